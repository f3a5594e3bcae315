import { writeOut, type FiledPhrases } from '../../src/meaning/filed-phrases';
import { fold } from '../../src/meaning/fold';
import { PhraseMatcher } from '../../src/meaning/phrases';
import { LANGUAGES, type Language } from '../../src/meaning/reading';
import { PACKED_LANGUAGES } from './pack';
import { shelve } from './shelve';

/** A phrase and what it stands for. */
export interface Meant {
  readonly phrase: string;
  readonly value: string;
  /** Only with the very capitals of the phrase. */
  readonly cased?: boolean;
}

/** Dotted capitals are one word only while they are capitals. */
export const foldedPhrase = (phrase: string): string => (/\p{Lu}\./u.test(phrase) ? phrase : fold(phrase));

const nameOf = ({ value, cased }: Meant): string => (cased ? `=${value}` : value);

/** Files phrases by the words under which a matcher files them. */
export function compilePhrases(phrases: (lang: Language) => readonly Meant[]): FiledPhrases {
  const values = [...new Set(LANGUAGES.flatMap((lang) => phrases(lang).map(nameOf)))];
  const matcher = new PhraseMatcher<string>();
  const filed = (lang: Language): string => {
    const items = phrases(lang).map((meant) => ({
      tag: values.indexOf(nameOf(meant)),
      text: meant.cased ? meant.phrase : foldedPhrase(meant.phrase),
      words: [...new Set(writeOut(meant.phrase).flatMap((phrase) => [...matcher.anchor(phrase).words]))],
    }));
    return shelve(items);
  };
  return {
    values: values.join(' '),
    ...(Object.fromEntries(PACKED_LANGUAGES.map((lang) => [lang, filed(lang)])) as Record<Language, string>),
  };
}
