import { LANGUAGES, type Language } from './reading';
import { gramsOf } from './language/grams';
import { compiled } from './language-data';
import { pattern } from './pattern';
import { placeIn } from './sorted';
import { letterRuns } from './tokens';
import { Remembered } from './vocabulary';

/** All of them Latin: an expression over whole scripts takes long to compile. */
const USUAL_LATIN = /^[a-zß-öø-ɏ]+$/;
const notLatin = pattern('[^\\p{Script=Latin}\\p{M}]', 'u');
/** Enough words to be sure; the rest of a long text is not read. */
const WORDS = 50;
const STEP = 5 / 40;
/** Code of the letter that stands for no step at all. */
const ZERO = 48;
const COMMON_WORD = 2.4;
/** The four languages are the likely ones in our feeds. */
const PRIOR = 2;

/** Names in small letters that hold function words of another language ("Bukele visits La Paz" is English). */
const PLACES =
  /\b(?:(?:el|o|le) salvador|el (?:paso|pa[ií]s|mundo|universo|comercio|tiempo|al)|la (?:paz|habana|joya|rioja|nación|picota|república|reforma)|las (?:vegas|palmas)|los (?:angeles|ángeles|lagos|ríos)|santo domingo|puerto (?:rico|príncipe|cabello)|port au prince|costa rica|san (?:josé|jose|juan|salvador|pedro sula)|s[ãa]o paulo|rio (?:de janeiro|grande do sul)|mar[- ]a[- ]lago|buenos aires|the (?:guardian|new york times|bahamas)|tren de aragua|comando vermelho|human rights watch|amnesty international|al jazeera|le monde|des moines|baton rouge|abrego garcia|van hollen|new york)\b/g;

interface Table {
  readonly langs: readonly string[];
  /** Function words by language, each between blanks; with the place of the language. */
  readonly common: readonly (readonly [number, string])[];
  /** In order. */
  readonly grams: readonly string[];
  /** One letter a gram and language: how far below the best language. */
  readonly weights: string;
}

/** As `scripts/build-language-table.ts` writes it; lists are parted by blanks. */
interface WrittenTable {
  readonly langs: readonly string[];
  readonly words: Readonly<Record<string, string>>;
  readonly grams: string;
  readonly weights: string;
}

const load = (): Table => {
  const { langs, words: lists, grams, weights } = compiled<WrittenTable>('language');
  const common = Object.entries(lists).map(([lang, words]) => [langs.indexOf(lang), ` ${words} `] as const);
  return { langs, common, grams: grams.split(' '), weights };
};

let loaded: Table | undefined;
const table = (): Table => (loaded ??= load());

const isLanguage = (code: string | undefined): code is Language => LANGUAGES.some((lang) => lang === code);

/** What a word says of the language it is in. */
interface Hint {
  readonly lower: string;
  /** Written in small letters throughout. */
  readonly small: boolean;
  readonly foreign: boolean;
  /** Languages that use it as a function word. */
  readonly holders: readonly number[] | null;
  /** What its letter pairs and triples weigh, by language; filled when first asked for. */
  grams: readonly number[] | null;
}

function holdersOf(word: string): number[] | null {
  const found: number[] = [];
  for (const [lang, words] of table().common) if (words.includes(` ${word} `)) found.push(lang);
  return found.length > 0 ? found : null;
}

const hints = new Remembered(({ text }): Hint => {
  const lower = text.toLowerCase();
  return {
    lower,
    small: text === lower,
    foreign: !USUAL_LATIN.test(lower) && notLatin().test(lower),
    holders: holdersOf(lower),
    grams: null,
  };
});

function weighGrams(lower: string): number[] {
  const { grams, langs, weights } = table();
  // A word of n letters gives n + 1 pairs and n triples; a long name must not outvote the function words around it.
  const share = Math.min(1, 5 / (2 * lower.length + 1));
  const sums = langs.map(() => 0);
  for (const gram of gramsOf(lower)) {
    const at = placeIn(grams, gram);
    if (at < 0) continue;
    for (let lang = 0, from = at * langs.length; lang < langs.length; lang++)
      sums[lang]! -= share * (weights.charCodeAt(from + lang) - ZERO) * STEP;
  }
  return sums;
}

/** Blanks out the names of places. */
function withoutPlaces(text: string): string {
  // The small form of Turkish İ is two characters long: places would shift.
  const lower = text.replaceAll('İ', 'I').toLowerCase();
  let rest = '';
  let from = 0;
  for (let place = PLACES.exec(lower); place !== null; place = PLACES.exec(lower)) {
    rest += `${text.slice(from, place.index)} `;
    from = PLACES.lastIndex;
  }
  return from === 0 ? text : rest + text.slice(from);
}

/**
 * The language a text is written in, whatever its feed says; `other` when it is none of the four or holds no words.
 * Function words and letter n-grams decide together; names of places are left out, and in running text capitalised
 * words as well, since names keep their own language everywhere.
 */
export function identifyLanguage(text: string): Language | 'other' {
  const { langs } = table();
  const words = letterRuns(withoutPlaces(text.slice(0, 500)), WORDS);
  if (words.length === 0) return 'other';
  const all = words.map((word) => hints.of(word)!);
  const small = all.filter((hint) => hint.small);
  const used = small.length >= 4 ? small : all;
  const scores = langs.map((lang): number => (isLanguage(lang) ? PRIOR : 0));
  // In a long text function words alone tell; in a headline every letter counts.
  const brief = used.length < 25;
  let foreign = 0;
  let known = 0;
  for (const hint of used) {
    if (hint.foreign) foreign++;
    if (hint.holders) {
      known++;
      for (const lang of hint.holders) scores[lang]! += COMMON_WORD;
      if (!brief) continue;
    }
    const grams = (hint.grams ??= weighGrams(hint.lower));
    for (let lang = 0; lang < grams.length; lang++) scores[lang]! += grams[lang]!;
  }
  if (foreign * 2 > used.length) return 'other';
  if (used.length >= 10 && known * 8 < used.length) return 'other';
  const best = langs[scores.indexOf(Math.max(...scores))];
  return isLanguage(best) ? best : 'other';
}
