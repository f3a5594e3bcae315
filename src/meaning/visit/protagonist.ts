import type { PersonMention } from './people';
import type { Scene } from './scene';

/** Offices whose holders speak about a visit by an international body without being part of it. */
export const DOMESTIC_VOICES = new Set(['ombudsman', 'prosecutor', 'spokesperson']);

/** How a person stands in a story that tells of nobody by name that he goes. */
export interface Standing {
  /** Named with an office early on, without a word of opposition. */
  readonly speaks: boolean;
  /** Named in title, summary or first sentences, without a word of inmates, trials or campaigners. */
  readonly leads: boolean;
}

const SPEAKS = 5;
const LEADS = 3;
const OPPOSED = /^(?:MODEL\.opinion|ACTOR\.monitor|RIGHTS\.(?!demand)|NEG\.court|INMATE|INCIDENT)/;
const CONVICTED =
  /^(?:NEG\.(?:court|sentence|arrest)|RIGHTS\.(?:wrongful|family|death)|TRANSFER\.(?:deport|swap))/;

/** Before the name of a place. */
const PLACE = new Set(
  'en in at near from into to au aux dans no na em hasta desde through across pour sur a à vers outside'.split(
    ' ',
  ),
);

/** What one naming of a person adds to his standing. */
export function standingOf(person: PersonMention, { sentence, recap }: Scene): Standing {
  const full = !recap && person.name.includes(' ') && person.office !== 'private';
  const told = (least: number): boolean => sentence.zone !== 'body' || sentence.position < least;
  const free = (words: RegExp): boolean => !sentence.hits.some(({ id }) => words.test(id));
  return {
    speaks:
      full && person.office !== null && !DOMESTIC_VOICES.has(person.office) && told(SPEAKS) && free(OPPOSED),
    leads:
      full && told(LEADS) && free(CONVICTED) && !PLACE.has(sentence.tokens[person.from - 1]?.folded ?? ''),
  };
}

interface Candidate extends Standing {
  readonly points: number;
  readonly against: number;
  readonly mentions: number;
}

/**
 * When nobody is told to go: the first official who speaks, as reports of a delegation quote one of its members;
 * else whom the head of the story names most. `state` is false when only international bodies or the press visit.
 */
export function protagonist<T extends Candidate>(candidates: readonly T[], state: boolean): T[] {
  const open = candidates.filter(({ points, against }) => points >= against);
  const speaker = open.find(({ speaks }) => speaks);
  if (speaker) return [speaker];
  return open
    .filter(({ leads, mentions }) => leads && (state || mentions > 1))
    .toSorted((a, b) => b.mentions - a.mentions)
    .slice(0, 1);
}
