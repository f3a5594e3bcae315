import type { EventShelf } from '../events/place';
import { placeStory } from '../events/place';
import { sketch } from '../events/sketch';
import type { Reading, StoryText } from '../meaning/reading';
import type { StoryStore } from '../store/stories';
import type { Story } from './story';

export interface ReclassifyDeps {
  readonly stories: StoryStore;
  readonly events: EventShelf;
  readonly read: (text: StoryText) => Reading;
  /** Content hash of the present lexicon and rules. */
  readonly lexicon: string;
  readonly onStory?: (counts: ReclassifyCounts) => void;
}

export interface ReclassifyCounts {
  seen: number;
  /** Read again because the lexicon had changed since. */
  reread: number;
  becameRelevant: number;
  becameIrrelevant: number;
}

/**
 * Reads stored stories again that an older lexicon has read. Nothing is mailed: stories that turn out to matter are
 * put into their events without asking the standing queries. May be stopped and started again: a story read with the
 * present lexicon is passed over.
 */
export async function reclassify(deps: ReclassifyDeps, since: Date, until: Date): Promise<ReclassifyCounts> {
  const counts: ReclassifyCounts = { seen: 0, reread: 0, becameRelevant: 0, becameIrrelevant: 0 };
  for await (const story of deps.stories.published(since, until)) {
    counts.seen++;
    if (story.lexicon !== deps.lexicon) await again(deps, story, counts);
    deps.onStory?.(counts);
  }
  return counts;
}

async function again(
  deps: ReclassifyDeps,
  story: Story & { eventId?: string },
  counts: ReclassifyCounts,
): Promise<void> {
  const reading = deps.read(story);
  const next: Story = { ...story, reading, lexicon: deps.lexicon };
  if (reading.relevant && !story.eventId) {
    const placement = await placeStory(deps.events, sketch(next));
    await deps.stories.done(story.id, placement?.event.id ?? null);
  }
  await deps.stories.reread(next);
  counts.reread++;
  if (reading.relevant && !story.reading.relevant) counts.becameRelevant++;
  if (!reading.relevant && story.reading.relevant) counts.becameIrrelevant++;
}
