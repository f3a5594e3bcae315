import { createHash } from 'node:crypto';
import type { NewsEvent } from './event';
import { COPY, likeness } from './fingerprint';
import { fuseCountries, fuseKinds, fuseVisit, timeline } from './fuse';
import { SAME_EVENT, sameEvent } from './same-event';
import type { Sketch } from './sketch';

/** An event with all that clustering needs of its stories. */
export interface ClusteredEvent extends NewsEvent {
  readonly stories: readonly Sketch[];
}

export type Decision =
  | { readonly kind: 'new' }
  /** `merges` names events that this story shows to be the same as the one joined. */
  | {
      readonly kind: 'join';
      readonly eventId: string;
      readonly score: number;
      readonly merges: readonly string[];
    }
  /** Recaps look back on many visits and never make an event. */
  | { readonly kind: 'recap' };

/** Stories of this many visiting sides look back ("fourteen politicians who …"). */
const RECAP_SIDES = 4;

/** A second event this much like the story is the same happening, split by an earlier lack of facts. */
const MERGE = SAME_EVENT + 2.5;

const MOST_COMPARED = 12;

/** How much a story is like an event: its best two members count, so that one odd story cannot pull another in. */
export function eventScore(story: Sketch, event: ClusteredEvent): number {
  const members = event.stories.filter((member) => member.copyOf === null).slice(-MOST_COMPARED);
  const scores = members.map((member) => sameEvent(story, member).score).sort((a, b) => b - a);
  const [best = 0, second] = scores;
  return second === undefined ? best : Math.max(second, best * 0.6 + second * 0.4);
}

/** Decides to which of the active events a story belongs. Pure; ties go to the older event. */
export function decide(story: Sketch, events: readonly ClusteredEvent[]): Decision {
  if (story.recap) return { kind: 'recap' };
  const scored = events
    .map((event) => ({ event, score: eventScore(story, event) }))
    .filter(({ score }) => score >= SAME_EVENT)
    .sort(
      (a, b) =>
        b.score - a.score || (a.event.first < b.event.first ? -1 : 1) || (a.event.id < b.event.id ? -1 : 1),
    );
  const [best, ...others] = scored;
  if (!best) return (story.visit?.visitors.length ?? 0) >= RECAP_SIDES ? { kind: 'recap' } : { kind: 'new' };
  const merges = others.filter(({ event, score }) => score >= MERGE && compatible(best.event, event));
  return {
    kind: 'join',
    eventId: best.event.id,
    score: best.score,
    merges: merges.map(({ event }) => event.id),
  };
}

/** Two events may be merged when no slot of one contradicts the other's. */
function compatible(a: NewsEvent, b: NewsEvent): boolean {
  if (!a.visit || !b.visit) return !a.visit && !b.visit;
  const sameHost = a.visit.host === b.visit.host || [a.visit.host, b.visit.host].includes('unknown');
  const sides = new Set(a.visit.visitors);
  const sameSide =
    !a.visit.visitors.length || !b.visit.visitors.length || b.visit.visitors.some((side) => sides.has(side));
  return sameHost && sameSide;
}

/** Stable id of the event a story starts. */
export const eventId = (story: Sketch): string =>
  createHash('sha256').update(`event ${story.id}`).digest('hex').slice(0, 20);

function rebuild(id: string, stories: readonly Sketch[], before: ClusteredEvent | null): ClusteredEvent {
  const titles: Record<string, string> = {};
  for (const story of stories) titles[story.lang] ??= story.title;
  const visit = fuseVisit(stories);
  const statuses = timeline(stories);
  const movedOn =
    before !== null && before.visit !== null && visit !== null && before.visit.status !== visit.status;
  const published = stories.map((story) => story.published).sort();
  return {
    id,
    kinds: fuseKinds(stories),
    titles,
    countries: fuseCountries(stories),
    visit,
    timeline: statuses,
    stories,
    first: published[0]!,
    last: published.at(-1)!,
    update: before ? before.update + (movedOn ? 1 : 0) : 0,
    version: before ? before.version + 1 : 1,
  };
}

export const startEvent = (story: Sketch): ClusteredEvent => rebuild(eventId(story), [story], null);

/** The event with one more story; the same event when it has the story already. */
export function joinEvent(event: ClusteredEvent, story: Sketch): ClusteredEvent {
  if (event.stories.some((member) => member.id === story.id)) return event;
  const original = event.stories.find(
    (member) => member.copyOf === null && likeness(member.fingerprint, story.fingerprint) >= COPY,
  );
  return rebuild(event.id, [...event.stories, { ...story, copyOf: original?.id ?? null }], event);
}

/** One event from two: the first keeps its id, the second becomes an alias of it. */
export function mergeEvents(kept: ClusteredEvent, lost: ClusteredEvent): ClusteredEvent {
  const have = new Set(kept.stories.map((story) => story.id));
  return rebuild(kept.id, [...kept.stories, ...lost.stories.filter((story) => !have.has(story.id))], kept);
}
