import { compiled } from '../language-data';
import type { Language } from '../reading';

type Verbs = Partial<Readonly<Record<Language, Readonly<Record<string, string>>>>>;

/** The forms of an irregular verb, folded, parted by blanks. */
export const irregularForms = (lemma: string, lang: Language): string | undefined =>
  compiled<Verbs>('verbs')[lang]?.[lemma];
