import type { MailLanguage } from '../../subscriptions/subscription';
import { en } from './en';
import { es } from './es';
import { pt } from './pt';
import type { Words } from './words';

export const WORDS: Readonly<Record<MailLanguage, Words>> = { es, en, pt };
