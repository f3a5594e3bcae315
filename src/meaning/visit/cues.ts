import type { AnalysedSentence } from '../analysed';
import { PhraseMatcher } from '../phrases';
import type { Language } from '../reading';
import data from './cues.json';

export const CUES = [
  'compared',
  'recap',
  'denied',
  'begun',
  'underway',
  'arrived',
  'over',
  'planned',
  'proposed',
  'postponed',
  'cancelled',
] as const;
export type CueName = (typeof CUES)[number];

export interface Cue {
  readonly name: CueName;
  readonly from: number;
  readonly to: number;
}

const GROUP = /\(([^)]*)\)(\??)/g;
const SEVERAL_WORDS = /[\s'’-]/;

/** Writes a group with a choice of several words out, one phrase a choice: the matcher's groups hold single words. */
function writeOut(phrase: string): string[] {
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

function compile(lang: Language): PhraseMatcher<CueName> {
  const matcher = new PhraseMatcher<CueName>();
  for (const name of CUES)
    for (const phrase of data[name][lang]) for (const written of writeOut(phrase)) matcher.add(written, name);
  return matcher;
}

const matchers = new Map<Language, PhraseMatcher<CueName>>();

/** Wordings that tell the status of a visit, an earlier visit, or a comparison, in a sentence. */
export function findCues(sentence: AnalysedSentence, lang: Language): Cue[] {
  let matcher = matchers.get(lang);
  if (matcher === undefined) matchers.set(lang, (matcher = compile(lang)));
  return matcher.find(sentence.tokens).map(({ value, from, to }) => ({ name: value, from, to }));
}
