import { type ClusteredEvent, decide, joinEvent, mergeEvents, startEvent } from './cluster';
import type { Sketch } from './sketch';

/** Where events are kept; `store/events` is one. */
export interface EventShelf {
  get(id: string): Promise<ClusteredEvent | null>;
  /** Active events that name one of these countries and had a story after `since`. */
  near(countries: readonly string[], since: Date): Promise<ClusteredEvent[]>;
  /** False when the stored version is not `version` (0: absent). */
  save(event: ClusteredEvent, version: number): Promise<boolean>;
  point(event: ClusteredEvent): Promise<void>;
  alias(lost: string, kept: string): Promise<void>;
}

export interface Placement {
  readonly event: ClusteredEvent;
  readonly outcome: 'new' | 'joined' | 'repeated';
}

/** Days back in which an active event may lie. */
const WINDOW_DAYS = 30;
const TRIES = 5;

/** Aliases the events whose stories the holder has taken over: a crash may have come between merge and alias. */
async function finishMerges(
  shelf: EventShelf,
  holder: ClusteredEvent,
  events: readonly ClusteredEvent[],
): Promise<void> {
  const have = new Set(holder.stories.map((story) => story.id));
  for (const other of events)
    if (other.id !== holder.id && other.stories.every((story) => have.has(story.id)))
      await shelf.alias(other.id, holder.id);
}

/**
 * Puts one story into its event: an existing one, or a new one. Null for a recap. Repeating it after a crash
 * changes nothing: the event already holds the story. Where another run changes the event meanwhile, it decides anew.
 */
export async function placeStory(shelf: EventShelf, story: Sketch): Promise<Placement | null> {
  const since = new Date(Date.parse(story.published) - WINDOW_DAYS * 86_400_000);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const own = startEvent(story);
    const started = await shelf.get(own.id);
    const events = await shelf.near(story.countries, since);
    const holder = [started, ...events].find((event) =>
      event?.stories.some((member) => member.id === story.id),
    );
    if (holder) {
      await shelf.point(holder);
      await finishMerges(shelf, holder, events);
      return { event: holder, outcome: 'repeated' };
    }
    const decision = decide(story, events);
    if (decision.kind === 'recap') return null;
    if (decision.kind === 'new') {
      if (await shelf.save(own, 0)) return { event: own, outcome: 'new' };
      continue;
    }
    const target = events.find((event) => event.id === decision.eventId)!;
    let event = joinEvent(target, story);
    const lost = events.filter((candidate) => decision.merges.includes(candidate.id));
    for (const other of lost) event = { ...mergeEvents(event, other), version: event.version };
    if (!(await shelf.save(event, target.version))) continue;
    for (const other of lost) await shelf.alias(other.id, event.id);
    return { event, outcome: 'joined' };
  }
  throw new Error(
    `story ${story.id}: its event changed ${TRIES} times while it was being placed; it stays pending`,
  );
}
