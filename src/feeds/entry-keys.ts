import { createHash } from 'node:crypto';
import { canonicalUrl } from './canonical-url';
import type { FeedEntry } from './feed';

/** 48 bits tell the few thousand entries of one feed apart; a longer key would only cost storage. */
export const KEY_BYTES = 6;
/** The most keys a feed keeps: one and a half times the most entries that are read of it. */
const mostKeys = 1_500;
const fewestKept = 100;
/** Above this share of repeated guids the feed does not know what a guid is. */
const repeatsTolerated = 0.05;

/**
 * A key for each entry, in order, that stays when the feed is read again: its guid where the feed's guids are unique,
 * else its address, else its title and day.
 */
export function entryKeys(entries: readonly FeedEntry[]): string[] {
  /** The addresses each guid goes with: an item that is simply there twice is no misuse of its guid. */
  const links = new Map<string, Set<string | null>>();
  for (const { id, link } of entries) links.set(id, (links.get(id) ?? new Set()).add(link));
  const isShared = ({ id }: FeedEntry) => (links.get(id)?.size ?? 0) > 1;
  const trusted = entries.filter(isShared).length <= entries.length * repeatsTolerated;
  return entries.map((entry) => {
    if (entry.idFrom !== 'link' && trusted && !isShared(entry)) return short(entry.id);
    if (entry.link) return short(canonicalUrl(entry.link));
    return short(`${entry.title}\n${entry.published?.slice(0, 10) ?? ''}`);
  });
}

/** The keys a feed remembers, packed for storage. */
export class SeenEntries {
  private readonly keys: Set<string>;

  constructor(packed: Uint8Array) {
    const text = Buffer.from(packed).toString('latin1');
    this.keys = new Set();
    for (let at = 0; at < text.length; at += KEY_BYTES) this.keys.add(text.slice(at, at + KEY_BYTES));
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  get size(): number {
    return this.keys.size;
  }

  /** Packs what the feed shows now and as much of what it showed before as is worth keeping. */
  with(shown: readonly string[]): Uint8Array {
    const keys = [...new Set([...shown, ...this.keys])];
    return Buffer.from(
      keys.slice(0, Math.min(mostKeys, Math.max(fewestKept, shown.length * 2))).join(''),
      'latin1',
    );
  }
}

const short = (text: string): string =>
  createHash('sha256').update(text).digest().toString('latin1', 0, KEY_BYTES);
