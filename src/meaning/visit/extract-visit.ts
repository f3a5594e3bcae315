import { oncePerStory, type Analysed, type AnalysedSentence } from '../analysed';
import { Family } from '../concepts';
import type { HashedModel } from '../model/hashed-model';
import type { Person, Visit } from '../reading';
import { pickDate } from './date';
import { pickFacility } from './facility';
import { hostSlot, pickPair, type HostAndGuest } from './host';
import { pickOfficials } from './officials';
import { withoutNamesakes } from './namesakes';
import { findPeople, type PersonMention } from './people';
import { gazetteerMemory, type PersonMemory } from './person-memory';
import { scenesOf, type Scene } from './scene';
import { settleSides, sidesModel } from './settle-sides';
import { weighSides } from './sides';
import { pointsOf, type Sides } from './tally';
import { pickStatus } from './status';
import { pickVisitors } from './visitors';

/** What is known beside the story itself. */
export interface VisitContext {
  /** Persons learnt from earlier stories; they override the built-in memory. */
  readonly persons?: (surname: string) => Person | null;
  /** What tells the sides, the built-in model unless given: others learn what to make of sides told by one that has not
   * seen the story. */
  readonly sides?: HashedModel;
}

const dayOf = (published: string | null): string | null => {
  const match = /^\d{4}-\d{2}(?:-\d{2})?/.exec(published ?? '');
  return match ? match[0] : null;
};

interface Weighed {
  readonly scenes: readonly Scene[];
  readonly memory: PersonMemory;
  readonly people: readonly PersonMention[];
  readonly sides: Sides;
  readonly pair: HostAndGuest;
}

function weigh(story: Analysed, persons?: PersonMemory): Weighed {
  const memory = gazetteerMemory(dayOf(story.story.published), persons);
  const named = findPeople(story, memory);
  const analysed = withoutNamesakes(story, named);
  const people = analysed === story ? named : findPeople(analysed, memory);
  const scenes = scenesOf(analysed);
  const sides = weighSides(analysed, scenes, people);
  return { scenes, memory, people, sides, pair: pickPair(sides, scenes) };
}

/** Who goes where by the story and the built-in memory alone: asked for by the kinds and again by the visit. */
const weighed = oncePerStory((analysed) => weigh(analysed));

/** From so many points on, a country's own officials are the only ones who go: a visit at home. */
const DOMESTIC = 6;

/**
 * The visit a story tells of, slot by slot, each with the spans that filled it; null when the story shows neither a
 * visitor nor a host, or only a country's own officials at home. Meant for stories of kind `delegation-visit`.
 */
export function extractVisit(analysed: Analysed, context: VisitContext = {}): Visit | null {
  const { story, lang } = analysed;
  if (lang === 'other') return null;
  const published = dayOf(story.published);
  const { scenes, memory, people, sides, pair } = context.persons
    ? weigh(analysed, context.persons)
    : weighed(analysed);
  const outlet = story.outletCountry ?? null;
  const rules = { host: hostSlot(sides, pair.host), visitors: pickVisitors(sides, pair, scenes, outlet) };
  if (
    rules.visitors.value.length === 0 &&
    (pair.host === 'unknown' || pointsOf(sides.visitors, pair.host) > DOMESTIC)
  )
    return null;
  const { host, visitors } = settleSides(
    rules,
    sides.host,
    scenes,
    people,
    outlet,
    context.sides ?? sidesModel,
  );
  const facility = pickFacility(scenes, { visitors: visitors.value, host: host.value }, published, people);
  const status = pickStatus(scenes, published);
  const date = pickDate(scenes, published, status.value);
  const texts = { title: story.title, summary: story.summary, body: story.body };
  const officials = pickOfficials(
    scenes,
    people,
    { visitors: visitors.value, host: host.value, published },
    texts,
    memory,
  );
  return {
    visitors: visitors.value,
    host: host.value,
    facility: facility.value,
    officials: officials.value,
    status: status.value,
    date: date.date,
    endDate: date.endDate,
    evidence: {
      visitors: visitors.spans,
      host: host.spans,
      facility: facility.spans,
      officials: officials.spans,
      status: status.spans,
      date: date.spans,
    },
  };
}

const HEAD = 6;
const tellsOfMove = (sentence: AnalysedSentence): boolean =>
  sentence.position < HEAD && sentence.concepts.speaksOf(Family.Act);

/**
 * How strongly a story shows a visit from abroad: 0 when a side is missing, above 1 when title or lead name both
 * sides of it. Counts no kind words, only who goes where.
 */
export function visitEvidence(analysed: Analysed): number {
  if (analysed.lang === 'other' || !analysed.sentences.some(tellsOfMove)) return 0;
  const {
    sides,
    pair: { host, guest },
  } = weighed(analysed);
  if (host === 'unknown' || guest === null) return 0;
  return Math.min(pointsOf(sides.host, host), pointsOf(sides.visitors, guest)) / 4;
}
