import { hitOf, tokenSpan } from '../analysed';
import type { Facility } from '../gazetteer/facilities';
import type { Party, Span } from '../reading';
import { isCompared, type Scene } from './scene';

/** How a prison is named, the surest way first. */
export const enum By {
  /** By a name that is listed. */
  Listed = 1,
  /** By a name of no list that holds or stands beside a word for a prison. */
  Unlisted,
  /** By a listed name that is also a word or a town. */
  Weak,
  /** By a name alone. */
  Bare,
  /** Without its name: "the mega-prison". */
  Known,
}

/** One naming of what may be a prison: tokens [from, to) of a sentence. */
export interface PrisonMention {
  readonly scene: Scene;
  readonly from: number;
  readonly to: number;
  readonly by: By;
}

/** What may be the prison of a visit, with all its namings. */
export interface Candidate {
  /** Id of a listed facility, or the text's own words (see `facilityName`). */
  readonly value: string;
  readonly facility: Facility | undefined;
  readonly mentions: PrisonMention[];
  /** Where the story tells of it without its name. */
  known: readonly Span[];
}

export interface VisitSides {
  readonly visitors: readonly Party[];
  readonly host: Party | 'unknown';
}

export const mentionSpan = ({ scene, from, to }: PrisonMention): Span => tokenSpan(scene.sentence, from, to);

/** Named for comparison only: no place of a visit. */
export const isForComparison = ({ scene, from, to }: PrisonMention): boolean =>
  isCompared(scene, hitOf('FACILITY', from, to));
