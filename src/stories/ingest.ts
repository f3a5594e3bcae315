import type { Article } from '../articles/article';
import type { Clock } from '../clock';
import { canonicalUrl } from '../feeds/canonical-url';
import type { FeedEntry } from '../feeds/feed';
import type { Log } from '../log';
import type { Person, Reading, StoryText } from '../meaning/reading';
import type { PersonStore } from '../store/persons';
import type { StoryStore } from '../store/stories';
import { countryBeyondLists, hostOf } from './outlet-country';
import { type Story, storyId } from './story';

/** Longest article text kept, in characters. */
const MOST_TEXT = 24_000;
/** A feed that carries this much text needs no look at the page. */
const ENOUGH_TEXT = 600;

export interface IngestDeps {
  readonly stories: StoryStore;
  readonly persons: PersonStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly read: (text: StoryText, context: { persons: (surname: string) => Person | null }) => Reading;
  readonly lexicon: string;
  readonly readArticle: (url: string) => Promise<Article>;
}

/** The outlet on whose behalf entries come. */
export interface EntrySource {
  readonly feedId: string;
  readonly outlet: string;
  readonly country: string | null;
}

export interface IngestCounts {
  /** Entries offered. */
  seen: number;
  /** Stories stored for the alert door. */
  kept: number;
  /** Known already, by address or title. */
  known: number;
  nearMisses: number;
  /** Entries that could not be processed; they are offered again at the next poll. */
  failed: number;
  byKind: Record<string, number>;
}

/** Turns new feed entries into stories: reads their meaning, opens the page where the feed says too little, stores what matters. */
export class Ingest {
  private memory: Promise<(surname: string) => Person | null> | undefined;

  constructor(private readonly deps: IngestDeps) {}

  /** Idempotent: an entry met twice is stored once. Returns the ids of entries that must be offered again. */
  async entries(
    source: EntrySource,
    entries: readonly FeedEntry[],
  ): Promise<IngestCounts & { retry: string[] }> {
    const counts: IngestCounts & { retry: string[] } = {
      seen: entries.length,
      kept: 0,
      known: 0,
      nearMisses: 0,
      failed: 0,
      byKind: {},
      retry: [],
    };
    for (const entry of entries)
      try {
        await this.entry(source, entry, counts);
      } catch (error) {
        counts.failed++;
        counts.retry.push(entry.id);
        this.deps.log.error('entry-failed', {
          feedId: source.feedId,
          entry: entry.id,
          reason: (error as Error).message,
        });
      }
    return counts;
  }

  private async entry(source: EntrySource, entry: FeedEntry, counts: IngestCounts): Promise<void> {
    if (!entry.link) return;
    const { stories, clock, lexicon } = this.deps;
    this.memory ??= this.deps.persons.memory();
    const persons = await this.memory;
    const now = clock.now().toISOString();
    // Entries that name their outlet come from a search over many.
    const outletCountry = source.country ?? (entry.outlet ? countryBeyondLists(hostOf(entry.link)) : null);
    const text: StoryText = {
      title: entry.title,
      summary: entry.summary,
      body: entry.content.slice(0, MOST_TEXT),
      published: entry.published ?? now,
      outletCountry,
    };
    let reading = this.deps.read(text, { persons });
    if (!reading.relevant && !reading.thin) return;
    const url = canonicalUrl(entry.link);
    const id = storyId(url);
    if (await stories.has(id)) {
      counts.known++;
      return;
    }
    let { body, published } = text;
    let undated = entry.published === null;
    if (body.length < ENOUGH_TEXT) {
      const article = await this.deps.readArticle(entry.link);
      if (article.outcome === 'read') {
        body = article.text.slice(0, MOST_TEXT);
        if (undated && article.published && article.published <= now) {
          published = article.published;
          undated = false;
        }
        reading = this.deps.read({ ...text, body, published }, { persons });
      } else
        this.deps.log.info('article-unread', {
          url: entry.link,
          outcome: article.outcome,
          reason: article.reason,
        });
    }
    const story: Story = {
      id,
      url,
      link: entry.link,
      source: hostOf(url),
      outlet: entry.outlet ?? source.outlet,
      outletCountry,
      title: entry.title,
      summary: entry.summary,
      body,
      published: published ?? now,
      ...(undated && { undated }),
      seen: now,
      feedId: source.feedId,
      reading,
      lexicon,
    };
    await this.keep(story, counts);
  }

  private async keep(story: Story, counts: IngestCounts): Promise<void> {
    const { reading } = story;
    if (!reading.relevant) {
      if (await this.deps.stories.addNearMiss(story)) counts.nearMisses++;
      return;
    }
    if (!(await this.deps.stories.add(story))) {
      counts.known++;
      return;
    }
    counts.kept++;
    for (const { kind } of reading.kinds) counts.byKind[kind] = (counts.byKind[kind] ?? 0) + 1;
    await this.deps.persons.learn(reading.persons, story.published);
  }
}
