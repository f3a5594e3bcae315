import { SeenEntries, entryKeys } from './entry-keys';
import type { FeedEntry, ParsedFeed } from './feed';
import type { FeedState } from './state';

/** What a parsed feed holds for a reader who knows `state`. */
export interface Novelty {
  /** Entries to hand on, oldest first, with their keys. */
  readonly fresh: readonly { readonly key: string; readonly entry: FeedEntry }[];
  /** Keys of all entries shown, in the feed's order. */
  readonly shown: readonly string[];
  readonly known: SeenEntries;
  readonly overlapLost: boolean;
  readonly sameFeed: boolean;
}

/** A shorter feed may turn over between two polls without being fast. */
const fewestForOverlap = 5;
/** Entries without a date that are news when a feed is read for the first time: the topmost ones. */
const undatedAtFirst = 10;
/** Dates considered for the pace: of an archive, only the latest. */
const datedEntries = 20;

/** Tells the new entries of a feed; at the first reading those older than `firstReadDays` count as seen. */
export function novelty(feed: ParsedFeed, state: FeedState, now: Date, firstReadDays: number): Novelty {
  const known = new SeenEntries(state.seen);
  const shown = entryKeys(feed.entries);
  const first = state.lastFullRead === null;
  const cutoff = new Date(now.getTime() - firstReadDays * 86_400_000).toISOString();
  const isNews = (entry: FeedEntry, place: number): boolean =>
    !first || (entry.published === null ? place < undatedAtFirst : entry.published >= cutoff);
  const taken = new Set<string>();
  const fresh = feed.entries.flatMap((entry, place) => {
    const key = shown[place]!;
    if (known.has(key) || taken.has(key) || !isNews(entry, place)) return [];
    taken.add(key);
    return [{ key, entry }];
  });
  const overlap = shown.some((key) => known.has(key));
  return {
    fresh: fresh.reverse(),
    shown,
    known,
    overlapLost: !overlap && known.size > 0 && shown.length >= fewestForOverlap,
    sameFeed: overlap || known.size === 0,
  };
}

/** Minutes between two entries by the feed's own dates; null when fewer than two are dated. */
export function datedGap(entries: readonly FeedEntry[]): number | null {
  const times = dates(entries)
    .map((date) => Date.parse(date))
    .sort((a, b) => b - a)
    .slice(0, datedEntries);
  if (times.length < 2) return null;
  return (times[0]! - times.at(-1)!) / 60_000 / (times.length - 1);
}

export const newest = (entries: readonly FeedEntry[]): string | null => dates(entries).sort().at(-1) ?? null;
export const oldest = (entries: readonly FeedEntry[]): string | null => dates(entries).sort()[0] ?? null;

const dates = (entries: readonly FeedEntry[]): string[] =>
  entries.flatMap(({ published }) => (published === null ? [] : [published]));
