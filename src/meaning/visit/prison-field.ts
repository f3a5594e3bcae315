import { placeOf, type Scene } from './scene';
import { By, type Candidate, type VisitSides } from './prison-mentions';
import { isSeveral } from './prison-round';
import { isBody } from './stage';

/** In whose country a prison is, as far as known. */
export const enum Relation {
  Unlisted,
  Host,
  Guest,
  Other,
  NoHost,
}

/** Who visits. */
export const enum Guest {
  Body = 1,
  Nobody,
  State,
}

/** A candidate, and what its namings say together. */
export interface Contender {
  readonly candidate: Candidate;
  readonly relation: Relation;
  /** The surest of its namings. */
  readonly by: By;
  /** Where it is named: title 1, lead 2, body 4, late 8. */
  readonly zones: number;
  /** May be visited: more than a name, and not in another country than the host. */
  readonly likely: boolean;
}

/** What concerns all candidates of a story. */
export interface Field {
  readonly scenes: readonly Scene[];
  readonly sides: VisitSides;
  readonly contenders: readonly Contender[];
  readonly guest: Guest;
  /** How often the one is named that is named most. */
  readonly most: number;
  /** The sentences that speak of several prisons, by number; `atLarge` when the head of the story does. */
  readonly several: ReadonlySet<number>;
  readonly atLarge: boolean;
  /** How many prisons the title names. */
  readonly inTitle: number;
  /** How many are named where somebody goes. */
  readonly toured: number;
  /** How many prisons a sentence names, by its number. */
  readonly listed: ReadonlyMap<number, number>;
}

/** The title and the lead, as bits of `zones`. */
export const TITLE = 1;
export const HEAD = 3;
const ZONES = { title: 1, lead: 2, body: 4, late: 8 };
/** Deeper sentences tell background. */
const DEEP = 8;
export const MANY = 4;

function relationOf({ facility }: Candidate, { host, visitors }: VisitSides): Relation {
  if (facility === undefined) return Relation.Unlisted;
  if (host === 'unknown') return Relation.NoHost;
  if (facility.country === host) return Relation.Host;
  return visitors.includes(facility.country) ? Relation.Guest : Relation.Other;
}

function contenderOf(candidate: Candidate, sides: VisitSides): Contender {
  const relation = relationOf(candidate, sides);
  let by = By.Known;
  let zones = 0;
  for (const mention of candidate.mentions) {
    if (mention.by < by) by = mention.by;
    zones |= ZONES[placeOf(mention.scene.sentence)];
  }
  const abroad = relation === Relation.Guest || relation === Relation.Other;
  return { candidate, relation, by, zones, likely: by < By.Bare && !abroad };
}

const isHead = ({ recap, sentence: { zone, position } }: Scene): boolean =>
  !recap && (zone !== 'body' || position < 2);

/** True where the sentence is news and may tell who goes where. */
export const isNews = ({ recap, sentence }: Scene): boolean => !recap && sentence.position < DEEP;

/** Sets up what the candidates of a story have in common. */
export function fieldOf(
  candidates: readonly Candidate[],
  sides: VisitSides,
  scenes: readonly Scene[],
): Field {
  const contenders = candidates.map((candidate) => contenderOf(candidate, sides));
  const listed = new Map<number, number>();
  let most = 0;
  let inTitle = 0;
  let toured = 0;
  for (const { candidate, by, zones, likely } of contenders) {
    const { mentions } = candidate;
    most = Math.max(most, mentions.length);
    if (by < By.Bare && zones & TITLE) inTitle++;
    if (!likely) continue;
    if (mentions.some(({ scene }) => isNews(scene) && scene.acts.length > 0)) toured++;
    for (const at of new Set(mentions.map(({ scene }) => scene.sentence.index)))
      listed.set(at, Math.min((listed.get(at) ?? 0) + 1, MANY));
  }
  const { visitors } = sides;
  const several = scenes.filter(isSeveral);
  return {
    scenes,
    sides,
    contenders,
    guest: visitors.length === 0 ? Guest.Nobody : visitors.every(isBody) ? Guest.Body : Guest.State,
    most,
    several: new Set(several.map(({ sentence }) => sentence.index)),
    atLarge: several.some(isHead),
    inTitle: Math.min(inTitle, 3),
    toured: Math.min(toured, MANY),
    listed,
  };
}
