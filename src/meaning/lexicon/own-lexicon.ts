import { PhraseMatcher } from '../phrases';
import { LANGUAGES } from '../reading';
import type { ConceptEntry } from './entry';
import { expandEntries } from './expand';
import { cabinetOf } from './filing';
import { Lexicon } from './lexicon';
import { verbForms } from './paradigms';

/** A lexicon that no build step has filed: its wording is filed when a text first asks for its language. */
export const lexiconOf = (entries: readonly ConceptEntry[]): Lexicon =>
  new Lexicon(entries, (lang, matcher) => cabinetOf(entries, lang, matcher));

/**
 * Expands every wording once. Throws `UnknownParadigm` or `PhraseSyntaxError` naming what is wrong with the data, which
 * would else show only when a story holds a word that begins like the faulty one.
 */
export function checkEntries(entries: readonly ConceptEntry[]): void {
  for (const lang of LANGUAGES) {
    const matcher = new PhraseMatcher<string>((lemma) => verbForms(lemma, lang));
    expandEntries(entries, lang, (id, { phrases }) => {
      for (const phrase of phrases) matcher.add(phrase, id);
    });
  }
}
