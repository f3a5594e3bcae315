import { oncePerStory, type Analysed, type AnalysedSentence, type ConceptHit } from '../analysed';
import { Family } from '../concepts';
import type { DateMention } from '../dates/date-mention';
import { findDates } from '../dates/find-dates';
import type { Language } from '../reading';
import { actsOf, firstOf, type Act } from './acts';
import { comingAct, type Coming } from './coming';
import { findCues, type Cue, type CueName } from './cues';
import { datelineTokens } from './dateline';
import { quotedTokens } from './quotes';

/** Sentences beyond these tell background. */
const SCENES = 18;
/** How far into the body a look back at earlier visits is not yet expected. */
const NEWS = 2;

/** Sentences without an act, a prison or a status word hold no cue worth looking for. */
const OF_VISIT: Family = Family.Act | Family.Status | Family.Facility | Family.Prison;

/** Where in the story a sentence stands: the lead is the summary and the first sentences, what comes late is background. */
export type Place = 'title' | 'lead' | 'body' | 'late';

export function placeOf({ zone, position }: AnalysedSentence): Place {
  if (zone === 'title') return 'title';
  if (zone === 'summary' || position < 2) return 'lead';
  return position < 6 ? 'body' : 'late';
}

/** The head of a story names both sides and the place. */
const WEIGHT: Readonly<Record<Place, number>> = { title: 3, lead: 2, body: 1, late: 0.5 };

export function hasCue({ cues }: Scene, wanted: CueName): boolean {
  for (const { name } of cues) if (name === wanted) return true;
  return false;
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

/** A sentence made ready for filling slots. */
export class Scene {
  readonly acts: readonly Act[];
  /** What the story itself tells of, outside quotation marks. */
  readonly open: readonly Act[];
  /** The act that decides who does and what is done. */
  readonly first: Act | undefined;
  readonly cues: readonly Cue[];
  /** By place in the story; less when it tells of earlier visits. */
  readonly weight: number;
  readonly recap: boolean;
  readonly quoted: readonly boolean[];
  /** Tokens of the dateline the sentence opens with; what stands there takes no part in the visit. */
  readonly dateline: number;
  private named: readonly DateMention[] | null = null;
  private comes: Coming | null | undefined = undefined;

  /** `text` is the text of the sentence's zone. */
  constructor(
    readonly sentence: AnalysedSentence,
    readonly lang: Language,
    text: string,
  ) {
    this.quoted = quotedTokens(sentence, text);
    this.acts = actsOf(sentence, lang, this.quoted);
    this.open = this.quoted.length === 0 ? this.acts : this.acts.filter(({ quoted }) => !quoted);
    this.first = firstOf(this.open);
    this.cues = sentence.concepts.speaksOf(OF_VISIT) ? findCues(sentence, lang) : NO_CUES;
    this.recap = isRecap(sentence, this.cues, this.acts);
    this.weight = WEIGHT[placeOf(sentence)] * (this.recap ? 0.2 : 1);
    this.dateline = datelineTokens(sentence, text);
  }

  /** The dates named in the sentence, looked for when first asked. */
  get dates(): readonly DateMention[] {
    return (this.named ??= findDates(this.sentence.tokens, this.lang));
  }

  /** A verb that says what officials will do on a day named beside it. */
  get coming(): Coming | null {
    if (this.comes === undefined) this.comes = comingAct(this);
    return this.comes;
  }
}

const NO_CUES: readonly Cue[] = [];

/** The sentences of a story that may tell of a visit, in reading order. */
export const scenesOf = oncePerStory((analysed): readonly Scene[] => {
  const { lang, story } = analysed;
  if (lang === 'other') return [];
  return sceneSentences(analysed).map((sentence) => new Scene(sentence, lang, story[sentence.zone]));
});

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
