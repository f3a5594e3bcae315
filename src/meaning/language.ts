import { LANGUAGES, type Language } from './reading';
import { gramsOf } from './language/grams';
import table from './language/table.json';
import { letterRuns } from './tokens';

const ASCII = /^[a-z]+$/;
const NOT_LATIN = /[^\p{Script=Latin}\p{M}]/u;
/** Enough words to be sure; the rest of a long text is not read. */
const WORDS = 50;
const STEP = 5 / 40;
const COMMON_WORD = 2.4;
/** The four languages are the likely ones in our feeds. */
const PRIOR = 2;

/** Names in small letters that hold function words of another language ("Bukele visits La Paz" is English). */
const PLACES =
  /\b(?:(?:el|o|le) salvador|el (?:paso|pa[ií]s|mundo|universo|comercio|tiempo|al)|la (?:paz|habana|joya|rioja|nación|picota|república|reforma)|las (?:vegas|palmas)|los (?:angeles|ángeles|lagos|ríos)|santo domingo|puerto (?:rico|príncipe|cabello)|port au prince|costa rica|san (?:josé|jose|juan|salvador|pedro sula)|s[ãa]o paulo|rio (?:de janeiro|grande do sul)|mar[- ]a[- ]lago|buenos aires|the (?:guardian|new york times|bahamas)|tren de aragua|comando vermelho|human rights watch|amnesty international|al jazeera|le monde|des moines|baton rouge|abrego garcia|van hollen|new york)\b/g;

interface Table {
  readonly langs: readonly string[];
  readonly common: ReadonlyMap<string, readonly number[]>;
  readonly grams: ReadonlyMap<string, number>;
  readonly weights: Float64Array;
}

const load = (): Table => {
  const { langs } = table;
  const common = new Map<string, number[]>();
  for (const [lang, words] of Object.entries(table.words))
    for (const word of new Set(words.split(' '))) {
      const holders = common.get(word);
      if (holders) holders.push(langs.indexOf(lang));
      else common.set(word, [langs.indexOf(lang)]);
    }
  const weights = new Float64Array(table.weights.length);
  for (let at = 0; at < weights.length; at++) weights[at] = -(table.weights.charCodeAt(at) - 48) * STEP;
  return { langs, common, grams: new Map(table.grams.split(' ').map((gram, at) => [gram, at])), weights };
};

let loaded: Table | undefined;

const isLanguage = (code: string | undefined): code is Language => LANGUAGES.some((lang) => lang === code);

/** What a word says of the language it is in. */
interface Hint {
  readonly lower: string;
  /** Written in small letters throughout. */
  readonly small: boolean;
  readonly foreign: boolean;
  /** Languages that use it as a function word. */
  readonly holders: readonly number[] | undefined;
  /** Its letter pairs and triples, as places in the table of weights; filled when first asked for. */
  grams: readonly number[] | null;
  /** Weight of each gram: a long name must not outvote the function words around it. */
  readonly share: number;
}

const hints = new Map<string, Hint>();
const HINTS = 16_000;

function hintOf(word: string, { common }: Table): Hint {
  const known = hints.get(word);
  if (known) return known;
  const lower = word.toLowerCase();
  const hint: Hint = {
    lower,
    small: word === lower,
    foreign: !ASCII.test(lower) && NOT_LATIN.test(lower),
    holders: common.get(lower),
    grams: null,
    // A word of n letters gives n + 1 pairs and n triples.
    share: Math.min(1, 5 / (2 * lower.length + 1)),
  };
  if (hints.size >= HINTS) hints.clear();
  hints.set(word, hint);
  return hint;
}

function addGrams(scores: number[], hint: Hint, { grams, weights, langs }: Table): void {
  hint.grams ??= gramsOf(hint.lower).flatMap((gram) => grams.get(gram) ?? []);
  for (const at of hint.grams)
    for (let lang = 0, from = at * langs.length; lang < langs.length; lang++)
      scores[lang] = (scores[lang] as number) + hint.share * (weights[from + lang] as number);
}

/** Blanks out the names of places. */
function withoutPlaces(text: string): string {
  // The small form of Turkish İ is two characters long: places would shift.
  const lower = text.replaceAll('İ', 'I').toLowerCase();
  let rest = '';
  let from = 0;
  for (const { 0: name, index } of lower.matchAll(PLACES)) {
    rest += `${text.slice(from, index)} `;
    from = index + name.length;
  }
  return from === 0 ? text : rest + text.slice(from);
}

/**
 * The language a text is written in, whatever its feed says; `other` when it is none of the four or holds no words.
 * Function words and letter n-grams decide together; names of places are left out, and in running text capitalised
 * words as well, since names keep their own language everywhere.
 */
export function identifyLanguage(text: string): Language | 'other' {
  loaded ??= load();
  const { langs } = loaded;
  const words = letterRuns(withoutPlaces(text.slice(0, 500)), WORDS);
  if (words.length === 0) return 'other';
  const table = loaded;
  const all = words.map((word) => hintOf(word, table));
  const running = all.reduce((count, { small }) => (small ? count + 1 : count), 0) >= 4;
  const used = running ? all.filter(({ small }) => small) : all;
  const scores = langs.map((lang): number => (isLanguage(lang) ? PRIOR : 0));
  // In a long text function words alone tell; in a headline every letter counts.
  const brief = used.length < 25;
  let foreign = 0;
  let known = 0;
  for (const hint of used) {
    if (hint.foreign) foreign++;
    if (hint.holders) {
      known++;
      for (const lang of hint.holders) scores[lang] = (scores[lang] ?? 0) + COMMON_WORD;
    }
    if (!hint.holders || brief) addGrams(scores, hint, loaded);
  }
  if (foreign * 2 > used.length) return 'other';
  if (used.length >= 10 && known * 8 < used.length) return 'other';
  const best = langs[scores.indexOf(Math.max(...scores))];
  return isLanguage(best) ? best : 'other';
}
