import type { Log } from '../log';
import type { FeedEntry } from './feed';
import type { Read } from './outcome';
import type { FeedState } from './state';

/** The outlet on whose behalf entries are handed on. */
export interface FeedSource {
  readonly feedId: string;
  readonly outlet: string;
  readonly country: string | null;
}

export interface Ingested {
  /** Stories stored. */
  readonly kept: number;
  /** Ids of entries that must be offered again. */
  readonly retry: readonly string[];
}

/** Takes new entries of a feed; must be idempotent, since a crash before the feed's state is saved offers them again. */
export type IngestEntries = (source: FeedSource, entries: readonly FeedEntry[]) => Promise<Ingested>;

const chunkSize = 10;
/** An entry that was offered this often in vain is let go, so that its feed is not read in full for ever. */
const mostRetries = 20;

export interface HandOnDeps {
  readonly ingest: IngestEntries;
  readonly log: Log;
  /** True when no further work must be begun. */
  readonly outOfTime: () => boolean;
}

/** Hands entries on in small lots, as long as there is time; `again` are the keys of those left over. */
export async function handOn(
  feed: FeedState,
  fresh: readonly { readonly key: string; readonly entry: FeedEntry }[],
  { ingest, log, outOfTime }: HandOnDeps,
): Promise<{ kept: number; again: Set<string>; unfinished: Read['unfinished'] }> {
  const source: FeedSource = { feedId: feed.id, outlet: feed.outlet, country: feed.country };
  const again = new Set<string>();
  let kept = 0;
  for (let at = 0; at < fresh.length; at += chunkSize) {
    if (at > 0 && outOfTime()) {
      for (const { key } of fresh.slice(at)) again.add(key);
      return { kept, again, unfinished: 'time' };
    }
    const lot = fresh.slice(at, at + chunkSize);
    const result = await ingest(
      source,
      lot.map(({ entry }) => entry),
    );
    kept += result.kept;
    for (const { key, entry } of lot) if (result.retry.includes(entry.id)) again.add(key);
  }
  if (again.size > 0 && feed.retries >= mostRetries) {
    log.error('entries-given-up', { feedId: feed.id, entries: again.size });
    again.clear();
  }
  return { kept, again, unfinished: again.size > 0 ? 'failed' : 'no' };
}
