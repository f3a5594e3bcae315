import { oncePerStory, type Analysed, type AnalysedSentence, type ConceptHit } from '../analysed';
import type { DateMention } from '../dates/date-mention';
import { findDates } from '../dates/find-dates';
import type { Language } from '../reading';
import { findCues, type Cue, type CueName } from './cues';
import { datelineTokens } from './dateline';
import { quotedTokens } from './quotes';
import { tenseOf, type Tense } from './tense';
import { WordTest } from '../vocabulary';

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
  readonly lang: Language;
  /** By place in the story; less when it tells of earlier visits. */
  readonly weight: number;
  readonly recap: boolean;
  readonly acts: readonly Act[];
  readonly cues: readonly Cue[];
  readonly quoted: readonly boolean[];
  /** The dates named in the sentence, looked for when first asked. */
  readonly dates: () => readonly DateMention[];
  /** Tokens of the dateline the sentence opens with; what stands there takes no part in the visit. */
  readonly dateline: number;
}

/** Nouns for those who act, and parties, which the lexicon files under what is done. */
const DOER = new WordTest(({ folded }) => DOERS.test(folded));
const DOERS =
  /^(?:partid[oa]|visitor|visitante|visiteur|visiteuse|inspector|inspetor|inspectora|inspetora|inspecteur|inspectrice|viajero|viajante|traveller|traveler)s?$|^inspector/;

/** Sentences beyond these tell background. */
const SCENES = 18;
/** How far into the body a look back at earlier visits is not yet expected. */
const NEWS = 2;

/** Sentences without an act, a prison or a status word hold no cue worth looking for. */
const speaksOfVisit = ({ id }: ConceptHit): boolean =>
  id.startsWith('ACT.') || id.startsWith('STATUS.') || id.startsWith('FACILITY') || id.startsWith('PRISON.');

/** Where in the story a sentence stands: the lead is the summary and the first sentences, what comes late is background. */
export type Place = 'title' | 'lead' | 'body' | 'late';

export function placeOf({ zone, position }: AnalysedSentence): Place {
  if (zone === 'title') return 'title';
  if (zone === 'summary' || position < 2) return 'lead';
  return position < 6 ? 'body' : 'late';
}

/** The head of a story names both sides and the place. */
const WEIGHT: Readonly<Record<Place, number>> = { title: 3, lead: 2, body: 1, late: 0.5 };

/** Acts that put someone on the spot. */
export const ON_THE_SPOT: ReadonlySet<string> = new Set(['ACT.visit', 'ACT.tour', 'ACT.inspect']);
/** Acts that put someone on the spot or on the way there. */
export const GOING: ReadonlySet<string> = new Set([...ON_THE_SPOT, 'ACT.travel', 'ACT.arrive']);
const ACTS: ReadonlySet<string> = new Set([...GOING, 'ACT.presence', 'ACT.meet', 'ACT.study', 'ACT.return']);

export const hasCue = (scene: Scene, ...names: CueName[]): boolean =>
  scene.cues.some((cue) => names.includes(cue.name));

function actsOf(sentence: AnalysedSentence, lang: Language, quoted: readonly boolean[]): Act[] {
  const acts: Act[] = [];
  for (const { id, from, to } of sentence.hits)
    if (ACTS.has(id) && !DOER.has(sentence.tokens[from]))
      acts.push({
        id,
        from,
        to,
        tense: tenseOf(sentence.tokens, from, to, lang),
        quoted: quoted[from] ?? false,
      });
  return acts;
}

const isRecap = (sentence: AnalysedSentence, cues: readonly Cue[], acts: readonly Act[]): boolean =>
  acts.length > 0 &&
  !acts.some((act) => act.tense === 'future') &&
  sentence.zone === 'body' &&
  sentence.position >= NEWS &&
  cues.some((cue) => cue.name === 'recap');

/** The sentences of a story that may tell of a visit, as they are cut. */
export const sceneSentences = ({ lang, sentences }: Analysed): readonly AnalysedSentence[] =>
  lang === 'other' ? [] : sentences.slice(0, SCENES);

/** The sentences of a story that may tell of a visit, in reading order. */
export const scenesOf = oncePerStory(makeScenes);

function makeScenes(analysed: Analysed): readonly Scene[] {
  const { lang, story } = analysed;
  if (lang === 'other') return [];
  return sceneSentences(analysed).map((sentence) => {
    const quoted = quotedTokens(sentence, story[sentence.zone]);
    const acts = actsOf(sentence, lang, quoted);
    const cues = sentence.hits.some(speaksOfVisit) ? findCues(sentence, lang) : [];
    const recap = isRecap(sentence, cues, acts);
    const weight = WEIGHT[placeOf(sentence)] * (recap ? 0.2 : 1);
    const dateline = datelineTokens(sentence, story[sentence.zone]);
    let dates: readonly DateMention[] | undefined;
    return {
      sentence,
      lang,
      weight,
      recap,
      acts,
      cues,
      quoted,
      dates: () => (dates ??= findDates(sentence.tokens, lang)),
      dateline,
    };
  });
}

const follows = (cue: Cue, hit: ConceptHit): boolean =>
  cue.name === 'compared' && cue.to <= hit.from + 1 && hit.from - cue.to <= 3 && cue.from < hit.from;

/**
 * True when a wording of comparison ("inspirada en", "like", "planos del") stands just before the name, or before the
 * name it explains ("similar al Cecot, la megacárcel de Bukele"): no place of a visit.
 */
export const isCompared = (scene: Scene, hit: ConceptHit): boolean =>
  scene.cues.length > 0 &&
  (scene.cues.some((cue) => follows(cue, hit)) ||
    scene.sentence.hits.some(
      (other) =>
        other.id === 'FACILITY' &&
        other.to <= hit.from &&
        hit.from - other.to <= 3 &&
        scene.cues.some((cue) => follows(cue, other)),
    ));
