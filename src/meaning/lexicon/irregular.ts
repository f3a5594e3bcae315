import packed from '../compiled/verbs.json';
import { unpack } from '../packed';
import type { Language } from '../reading';

type Verbs = Partial<Readonly<Record<Language, Readonly<Record<string, string>>>>>;

let verbs: Verbs | undefined;

/** The forms of an irregular verb, folded, parted by blanks. */
export const irregularForms = (lemma: string, lang: Language): string | undefined =>
  (verbs ??= unpack<Verbs>(packed))[lang]?.[lemma];
