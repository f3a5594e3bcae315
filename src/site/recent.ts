import type { Clock } from '../clock';
import type { Query } from '../meaning/query/query';
import type { Sample } from '../subscriptions/confirm';
import type { QueryEngine } from '../subscriptions/query-engine';
import type { Frequency } from '../subscriptions/subscription';
import type { StoryReader } from './deps';

const DAY = 86_400_000;
export const PREVIEW_DAYS = 30;
const KEEP_MS = 5 * 60_000;
/** More stories than this are not looked through for one page. */
const MOST = 5000;

type RecentStory = Awaited<ReturnType<StoryReader['get']>> & { readonly eventId?: string };

/** An event that a query finds, with the first of its stories that does. */
export interface Found {
  readonly eventId: string;
  readonly title: string;
  readonly lang: string;
  readonly outlet: string;
  readonly link: string;
  readonly published: string;
  readonly stories: number;
}

/** What queries find in the news of the last 30 days. The news is read once in five minutes, whoever asks. */
export class Recent {
  private stories: readonly RecentStory[] = [];
  private readAt = -Infinity;

  constructor(
    private readonly reader: StoryReader,
    private readonly queries: QueryEngine,
    private readonly clock: Clock,
  ) {}

  /** Latest first. */
  async find(query: Query): Promise<readonly Found[]> {
    const found = new Map<string, Found>();
    for (const story of await this.read()) {
      const document = { text: story, reading: story.reading, source: story.source };
      if (!this.queries.matchQuery(query, document)) continue;
      const { title, outlet, link, published } = story;
      const eventId = story.eventId!;
      const known = found.get(eventId);
      if (known) found.set(eventId, { ...known, stories: known.stories + 1 });
      else
        found.set(eventId, { eventId, title, lang: story.reading.lang, outlet, link, published, stories: 1 });
    }
    return [...found.values()].sort((a, b) => b.published.localeCompare(a.published));
  }

  /** The same in short. */
  async sample(query: Query, frequency: Frequency): Promise<Sample> {
    const found = await this.find(query);
    const latest = found.slice(0, 3).map(({ title, link, outlet, lang }) => ({ title, link, outlet, lang }));
    return { events: found.length, perWeek: mailsPerWeek(found, frequency), latest };
  }

  private async read(): Promise<readonly RecentStory[]> {
    const now = this.clock.now();
    if (now.getTime() - this.readAt < KEEP_MS) return this.stories;
    const stories: RecentStory[] = [];
    for await (const story of this.reader.published(new Date(now.getTime() - PREVIEW_DAYS * DAY), now)) {
      if (story.eventId && story.reading.relevant) stories.push(story);
      if (stories.length === MOST) break;
    }
    this.stories = stories;
    this.readAt = now.getTime();
    return stories;
  }
}

const WINDOW: Readonly<Record<Frequency, number | null>> = {
  instant: null,
  hourly: DAY / 24,
  daily: DAY,
  weekly: 7 * DAY,
};

/** Mails a week to expect at this frequency, from what was found in 30 days: digests gather what falls together. */
export function mailsPerWeek(found: readonly Found[], frequency: Frequency): number {
  const window = WINDOW[frequency];
  const mails = window
    ? new Set(found.map(({ published }) => Math.floor(Date.parse(published) / window))).size
    : found.length;
  return (mails * 7) / PREVIEW_DAYS;
}
