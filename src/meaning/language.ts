import { LANGUAGES, type Language } from './reading';
import { gramsOf } from './language/grams';
import table from './language/table.json';

const WORD = /[\p{L}\p{M}]+/gu;
const ASCII = /^[a-z]+$/;
const NOT_LATIN = /[^\p{Script=Latin}\p{M}]/u;
/** Enough words to be sure; the rest of a long text is not read. */
const WORDS = 50;
const STEP = 5 / 40;
const COMMON_WORD = 2.4;
/** The four languages are the likely ones in our feeds. */
const PRIOR = 2;

/** Names that hold function words of another language ("Bukele visits La Paz" is English). */
const PLACES =
  /\b(?:(?:el|o|le) salvador|el (?:paso|pa[ií]s|mundo|universo|comercio|tiempo|al)|la (?:paz|habana|joya|rioja|nación|picota|república|reforma)|las (?:vegas|palmas)|los (?:angeles|ángeles|lagos|ríos)|santo domingo|puerto (?:rico|príncipe|cabello)|port au prince|costa rica|san (?:josé|jose|juan|salvador|pedro sula)|s[ãa]o paulo|rio (?:de janeiro|grande do sul)|mar[- ]a[- ]lago|buenos aires|the (?:guardian|new york times|bahamas)|tren de aragua|comando vermelho|human rights watch|amnesty international|al jazeera|le monde|des moines|baton rouge|abrego garcia|van hollen|new york)\b/giu;

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

const addGrams = (scores: number[], word: string, { grams, weights, langs }: Table): void => {
  const all = gramsOf(word);
  // A long name must not outvote the function words around it.
  const share = Math.min(1, 5 / all.length);
  for (const gram of all) {
    const at = grams.get(gram);
    if (at === undefined) continue;
    for (let lang = 0; lang < langs.length; lang++)
      scores[lang] = (scores[lang] ?? 0) + share * (weights[at * langs.length + lang] ?? 0);
  }
};

/**
 * The language a text is written in, whatever its feed says; `other` when it is none of the four or holds no words.
 * Function words and letter n-grams decide together; names of places are left out, and in running text capitalised
 * words as well, since names keep their own language everywhere.
 */
export function identifyLanguage(text: string): Language | 'other' {
  loaded ??= load();
  const { langs, common } = loaded;
  const words = text.slice(0, 500).replace(PLACES, ' ').match(WORD)?.slice(0, WORDS) ?? [];
  if (words.length === 0) return 'other';
  const small = words.filter((word) => word === word.toLowerCase());
  const used = small.length >= 4 ? small : words;
  const scores = langs.map((lang): number => (isLanguage(lang) ? PRIOR : 0));
  // In a long text function words alone tell; in a headline every letter counts.
  const brief = used.length < 25;
  let foreign = 0;
  let known = 0;
  for (const word of used) {
    const lower = word.toLowerCase();
    if (!ASCII.test(lower) && NOT_LATIN.test(lower)) foreign++;
    const holders = common.get(lower);
    if (holders) {
      known++;
      for (const lang of holders) scores[lang] = (scores[lang] ?? 0) + COMMON_WORD;
    }
    if (!holders || brief) addGrams(scores, lower, loaded);
  }
  if (foreign * 2 > used.length) return 'other';
  if (used.length >= 10 && known * 8 < used.length) return 'other';
  const best = langs[scores.indexOf(Math.max(...scores))];
  return isLanguage(best) ? best : 'other';
}
