import type { Analysed, AnalysedSentence, ConceptHit } from '../analysed';
import type { Language } from '../reading';
import { placeWeight } from '../topic';
import { findCues, type Cue, type CueName } from './cues';
import { quotedTokens } from './quotes';
import { tenseOf, type Tense } from './tense';

/** Something a visitor does: tokens [from, to) of a sentence. */
export interface Act {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly tense: Tense;
  readonly quoted: boolean;
}

/** A sentence made ready for filling slots. */
export interface Scene {
  readonly sentence: AnalysedSentence;
  /** By place in the story; less when it tells of earlier visits. */
  readonly weight: number;
  readonly recap: boolean;
  readonly acts: readonly Act[];
  readonly cues: readonly Cue[];
  readonly quoted: readonly boolean[];
}

/** Sentences beyond these tell background. */
const SCENES = 18;
/** How far into the body a look back at earlier visits is not yet expected. */
const NEWS = 2;

/** Acts that put someone on the spot. */
export const ON_THE_SPOT: ReadonlySet<string> = new Set(['ACT.visit', 'ACT.tour', 'ACT.inspect']);
const ACTS: ReadonlySet<string> = new Set([
  ...ON_THE_SPOT,
  'ACT.travel',
  'ACT.arrive',
  'ACT.presence',
  'ACT.meet',
  'ACT.study',
  'ACT.return',
]);

export const hasCue = (scene: Scene, ...names: CueName[]): boolean =>
  scene.cues.some((cue) => names.includes(cue.name));

function actsOf(sentence: AnalysedSentence, lang: Language, quoted: readonly boolean[]): Act[] {
  return sentence.hits
    .filter((hit) => ACTS.has(hit.id))
    .map((hit) => ({
      id: hit.id,
      from: hit.from,
      to: hit.to,
      tense: tenseOf(sentence.tokens, hit.from, hit.to, lang),
      quoted: quoted[hit.from] ?? false,
    }));
}

const isRecap = (sentence: AnalysedSentence, cues: readonly Cue[], act: boolean): boolean =>
  act && sentence.zone === 'body' && sentence.position >= NEWS && cues.some((cue) => cue.name === 'recap');

/** The sentences of a story that may tell of a visit, in reading order. */
export function scenesOf(analysed: Analysed): Scene[] {
  const { lang, story } = analysed;
  if (lang === 'other') return [];
  return analysed.sentences.slice(0, SCENES).map((sentence) => {
    const quoted = quotedTokens(sentence, story[sentence.zone]);
    const acts = actsOf(sentence, lang, quoted);
    const cues = findCues(sentence, lang);
    const recap = isRecap(sentence, cues, acts.length > 0);
    const weight = placeWeight(sentence.zone, sentence.position) * (recap ? 0.2 : 1);
    return { sentence, weight, recap, acts, cues, quoted };
  });
}

/** True when a wording of comparison ("inspirada en", "like") stands just before the name: no place of a visit. */
export const isCompared = (scene: Scene, hit: ConceptHit): boolean =>
  scene.cues.some(
    (cue) =>
      cue.name === 'compared' && cue.to <= hit.from + 1 && hit.from - cue.to <= 3 && cue.from < hit.from,
  );
