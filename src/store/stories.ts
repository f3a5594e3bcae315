import { createHash } from 'node:crypto';
import type { Story } from '../stories/story';
import { ABSENT, PRESENT, type Table } from './table';

const key = (id: string) => ({ pk: `STORY#${id}`, sk: 'STORY' });
const DUE = 'STORY';
const DAY = 86_400;
/** Titles an outlet repeats within this many days are the same story under another address. */
const TITLE_DAYS = 7;
/** Near misses are kept this long: for re-reading, for "why not?", for proof of life. */
const NEAR_MISS_DAYS = 30;

const month = (iso: string) => `STORIES#${iso.slice(0, 7)}`;
/** Partitions of the months from `since` to `until`. */
const monthsOf = (since: Date, until: Date): string[] => {
  const [year, month0] = [since.getUTCFullYear(), since.getUTCMonth()];
  const count = (until.getUTCFullYear() - year) * 12 + until.getUTCMonth() - month0 + 1;
  return Array.from({ length: count }, (_, n) => month(new Date(Date.UTC(year, month0 + n)).toISOString()));
};
const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000);

export interface PendingStory {
  readonly story: Story;
  /** How often its processing has failed. */
  readonly attempts: number;
}

interface StoryItem extends Story {
  readonly attempts?: number;
  readonly eventId?: string;
}

const titleKey = (story: Story) => ({
  pk: `TITLE#${story.source}#${createHash('sha256').update(story.title.toLowerCase().replace(/\W+/gu, ' ').trim()).digest('hex').slice(0, 24)}`,
  sk: 'TITLE',
});

/** Stories in the news table. A relevant one is pending (in the due index) until the alert door has placed it in an event. */
export class StoryStore {
  constructor(private readonly table: Table) {}

  async has(id: string): Promise<boolean> {
    return (await this.table.get(key(id), { consistent: false })) !== null;
  }

  async get(id: string): Promise<(Story & { eventId?: string }) | null> {
    return this.table.get<StoryItem>(key(id));
  }

  /** Stores a relevant story as pending; false when it is known already, by address or by title in its outlet. */
  async add(story: Story): Promise<boolean> {
    const claim = titleKey(story);
    const ttl = seconds(story.seen) + TITLE_DAYS * DAY;
    const fresh = await this.table.put(
      { ...claim, storyId: story.id, ttl },
      {
        expression: 'attribute_not_exists(pk) OR storyId = :id OR #ttl < :now',
        names: { '#ttl': 'ttl' },
        values: { ':id': story.id, ':now': seconds(story.seen) },
      },
    );
    if (!fresh) return false;
    return this.table.put({ ...this.item(story), dueShard: DUE, dueAt: story.published }, ABSENT);
  }

  /** Keeps a story that came close but is not relevant; it expires. */
  async addNearMiss(story: Story): Promise<boolean> {
    return this.table.put({ ...this.item(story), ttl: seconds(story.seen) + NEAR_MISS_DAYS * DAY }, ABSENT);
  }

  /** Stories awaiting their event, oldest published first, leaving out those that back off until later than `now`. */
  async *pending(now: Date): AsyncGenerator<PendingStory> {
    for await (const item of this.table.query<StoryItem & { retryAt?: string }>({
      index: 'due',
      partition: DUE,
      pageSize: 100,
    })) {
      if (item.retryAt && item.retryAt > now.toISOString()) continue;
      yield { story: item, attempts: item.attempts ?? 0 };
    }
  }

  /** The story has its event (null for a recap) and its alerts are queued. */
  async done(id: string, eventId: string | null): Promise<void> {
    await this.table.update(key(id), {
      set: { eventId: eventId ?? undefined },
      remove: ['dueShard', 'dueAt', 'attempts', 'retryAt', 'failure'],
      when: PRESENT,
    });
  }

  /** Puts a story that could not be processed aside for a while; after many failures it waits a day each time. */
  async failed(id: string, attempts: number, reason: string, now: Date): Promise<void> {
    const minutes = Math.min(24 * 60, 2 ** Math.min(attempts, 11));
    const retryAt = new Date(now.getTime() + minutes * 60_000).toISOString();
    await this.table.update(key(id), {
      set: { attempts: attempts + 1, retryAt, failure: reason.slice(0, 500) },
      when: PRESENT,
    });
  }

  /** Stories published in the months of `since` to `until`, oldest first, near misses among them. */
  async *published(since: Date, until: Date): AsyncGenerator<Story & { eventId?: string }> {
    for (const partition of monthsOf(since, until))
      yield* this.table.query<StoryItem>({
        index: 'list',
        partition,
        since: since.toISOString(),
        upTo: until.toISOString() + '~',
      });
  }

  /** Replaces the reading of a story (after the lexicon changed); nothing is mailed. */
  async reread(story: Story): Promise<boolean> {
    return this.table.update(key(story.id), {
      set: { reading: story.reading, lexicon: story.lexicon, relevant: story.reading.relevant },
      when: PRESENT,
    });
  }

  private item(story: Story) {
    return {
      ...key(story.id),
      ...story,
      relevant: story.reading.relevant,
      listKey: month(story.published),
      listSort: `${story.published}#${story.id}`,
    };
  }
}
