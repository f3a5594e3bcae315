import { itemsOf, keysOf, KINDS_OF_WORDING } from '../../src/meaning/lexicon/filing';
import { verbForms } from '../../src/meaning/lexicon/paradigms';
import { PhraseMatcher } from '../../src/meaning/phrases';
import type { Language } from '../../src/meaning/reading';
import { foldedPhrase } from './compile-phrases';
import { PACKED_LANGUAGES } from './pack';
import { byText, shelve } from './shelve';
import { PRISON_LEXICON } from './sources';

function wordingOf(lang: Language): string {
  const matcher = new PhraseMatcher<string>((lemma) => verbForms(lemma, lang));
  const items = [...itemsOf(PRISON_LEXICON, lang)].map((item) => ({
    tag: item.entry * KINDS_OF_WORDING.length + KINDS_OF_WORDING.indexOf(item.kind),
    text: foldedPhrase(item.text),
    ...keysOf(item, lang, matcher),
  }));
  return shelve(byText(items));
}

/** The built-in topic's concepts, and their wording filed as `src/meaning/lexicon/filing.ts` would file it. */
export const compileLexicon = () => ({
  concepts: PRISON_LEXICON.map(({ id, consumes }) => (consumes ? `${id}>${consumes}` : id)).join(' '),
  ...(Object.fromEntries(PACKED_LANGUAGES.map((lang) => [lang, wordingOf(lang)])) as Record<
    Language,
    string
  >),
});
