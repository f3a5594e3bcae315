import { type ClusteredEvent, decide, eventId, joinEvent, mergeEvents, startEvent } from './cluster';
import type { Sketch } from './sketch';

/**
 * Groups stories into events in memory, in the order in which the pipeline would meet them (published, then id).
 * Returns the event id of each story; recaps get an id of their own.
 */
export function groupStories(stories: readonly Sketch[]): Map<string, string> {
  const events = new Map<string, ClusteredEvent>();
  const ids = new Map<string, string>();
  const ordered = [...stories].sort((a, b) =>
    a.published === b.published ? (a.id < b.id ? -1 : 1) : a.published < b.published ? -1 : 1,
  );
  for (const story of ordered) {
    const decision = decide(story, [...events.values()]);
    if (decision.kind === 'recap') ids.set(story.id, eventId(story));
    else if (decision.kind === 'new') {
      const event = startEvent(story);
      events.set(event.id, event);
    } else {
      let event = joinEvent(events.get(decision.eventId)!, story);
      for (const id of decision.merges) {
        event = mergeEvents(event, events.get(id)!);
        events.delete(id);
      }
      events.set(event.id, event);
    }
  }
  for (const event of events.values()) for (const story of event.stories) ids.set(story.id, event.id);
  return ids;
}
