import { fold } from '../fold';
import { LANGUAGES, type Language } from '../reading';
import type { ConceptEntry, Wording } from './entry';
import { nounForms, verbForms } from './paradigms';

/** Everything that names a concept in one language: single folded words, and phrases for the matcher. */
export interface ExpandedWording {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
}

/** Words inside a compound noun that take no plural ("centro de detención"). */
const FIXED = new Set(
  'de del la el los las y en a al por para da do das dos e em no na of the and in for up du des aux au le les et à onu'.split(
    ' ',
  ),
);

export const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const group = (forms: readonly string[]): string =>
  forms.length === 1 ? (forms[0] ?? '') : `(${forms.join('|')})`;

/** A compound noun with its plural: in English the last word takes it, elsewhere noun and adjective. */
export const compound = (noun: string, lang: Language): string => {
  const words = fold(noun).split(/[\s'’-]+/);
  const of = words.findIndex((word) => FIXED.has(word));
  return words
    .map((word, at) => {
      const inflected = lang === 'en' ? at === words.length - 1 : !FIXED.has(word) && (of < 0 || at < of);
      return inflected ? group(nounForms(word, lang)) : word;
    })
    .join(' ');
};

const GROUP = /\(([^)]*)\)(\??)/g;

/** Choices of several words ("(en|dentro de) la cárcel") become phrases of their own; the matcher takes single words. */
export function unfold(phrase: string): string[] {
  if (!phrase.includes('(')) return [phrase];
  for (const match of phrase.matchAll(GROUP)) {
    const options = (match[1] ?? '').split('|').map((option) => option.trim());
    const long = options.filter((option) => /[\s'’-]/.test(option));
    if (long.length === 0) continue;
    const short = options.filter((option) => !long.includes(option));
    const variants = short.length > 0 ? [...long, group(short)] : long;
    const [before, after] = [phrase.slice(0, match.index), phrase.slice(match.index + match[0].length)];
    return variants.flatMap((variant) => unfold(before + variant + after));
  }
  return [phrase];
}

/** Expands one language's wording of a concept into the forms that texts hold. */
export function expandWording(wording: Wording, lang: Language): ExpandedWording {
  const words = new Set(list(wording.forms).map(fold));
  const phrases: string[] = [];
  for (const verb of list(wording.verbs)) for (const form of verbForms(verb, lang)) words.add(form);
  for (const noun of list(wording.nouns)) {
    if (/[\s'’-]/.test(noun)) phrases.push(compound(noun, lang));
    else for (const form of nounForms(noun, lang)) words.add(form);
  }
  for (const phrase of list(wording.phrases)) phrases.push(...unfold(phrase));
  return { words: [...words], phrases };
}

/** Calls `take` with the expanded wording of every entry that speaks `lang`. */
export function expandEntries(
  entries: readonly ConceptEntry[],
  lang: Language,
  take: (id: string, wording: ExpandedWording) => void,
): void {
  if (!LANGUAGES.includes(lang)) return;
  for (const entry of entries) {
    const wording = entry[lang];
    if (wording) take(entry.id, expandWording(wording, lang));
  }
}
