import { fold } from '../../src/meaning/fold';
import data from '../../src/meaning/gazetteer/offices.json';
import type { Language } from '../../src/meaning/reading';
import { compilePhrases, type Meant } from './compile-phrases';

type ByLanguage = Partial<Readonly<Record<Language, readonly string[]>>>;

const HEADS: ByLanguage = data.heads;
const FIXED = data.fixed as Readonly<Record<string, ByLanguage>>;

function officesOf(lang: Language): Meant[] {
  const heads = (HEADS[lang] ?? [])
    .filter((word) => !word.includes('-'))
    .map((word) => ({ phrase: fold(word), value: 'head:' }));
  const fixed = Object.entries(FIXED).flatMap(([portfolio, phrases]) =>
    (phrases[lang] ?? []).map((phrase) => ({
      phrase,
      value: portfolio,
      cased: lang === 'en' && portfolio === 'military',
    })),
  );
  return [...heads, ...fixed];
}

/** Offices, and the words that name a portfolio. */
export const compileOffices = () => ({
  phrases: compilePhrases(officesOf),
  portfolios: Object.entries(data.portfolios)
    .map(([portfolio, words]) => [portfolio, ...words.map(fold)].join(' '))
    .join('|'),
});
