import { PhraseMatcher } from './phrases';
import type { Language } from './reading';
import { Shelf } from './shelf';

/** Phrases of each language as compiled: shelved by the words they begin with. */
export type FiledPhrases = Readonly<Record<Language, string>> & {
  /** What the phrases stand for, parted by blanks; one written `=value` only when capitals are as in the phrase. */
  readonly values: string;
};

const GROUP = /\(([^)]*)\)(\??)/g;
const SEVERAL_WORDS = /[\s'’-]/;

/** Writes a group with a choice of several words out, one phrase a choice: the matcher's groups hold single words. */
export function writeOut(phrase: string): string[] {
  if (!phrase.includes('(')) return [phrase];
  for (const match of phrase.matchAll(GROUP)) {
    const [group, choices = '', optional = ''] = match;
    const all = choices.split('|');
    const long = all.filter((choice) => SEVERAL_WORDS.test(choice));
    if (long.length === 0) continue;
    const short = all.filter((choice) => !SEVERAL_WORDS.test(choice));
    const variants = [
      ...long,
      ...(short.length > 0 ? [`(${short.join('|')})`] : []),
      ...(optional ? [''] : []),
    ];
    const start = match.index;
    return variants.flatMap((variant) =>
      writeOut(`${phrase.slice(0, start)}${variant}${phrase.slice(start + group.length)}`),
    );
  }
  return [phrase];
}

/**
 * A matcher for each language over compiled phrases, which it takes over when a text first holds their word.
 * `compiled` is asked for them once, with the first text.
 */
export function filedMatchers(compiled: () => FiledPhrases): (lang: Language) => PhraseMatcher<string> {
  let phrases: FiledPhrases | undefined;
  const matchers = new Map<Language, PhraseMatcher<string>>();
  const open = (lang: Language): PhraseMatcher<string> => {
    phrases ??= compiled();
    const values = phrases.values
      .split(' ')
      .map((value) => ({ cased: value.startsWith('='), value: value.replace('=', '') }));
    const shelf = new Shelf(phrases[lang]);
    const matcher: PhraseMatcher<string> = new PhraseMatcher(undefined, (word) => {
      for (const { tag, text } of shelf.word(word)) {
        const { value, cased } = values[tag]!;
        for (const phrase of writeOut(text)) matcher.add(phrase, value, { under: word, cased });
      }
    });
    return matcher;
  };
  return (lang) => {
    const known = matchers.get(lang) ?? open(lang);
    matchers.set(lang, known);
    return known;
  };
}
