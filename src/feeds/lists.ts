import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedListing } from './feed';
import { NotOpml, parseOpml } from './opml';

/** A feed list that is missing, unreadable or empty: `path` says which, `fix` what to do. */
export class FeedListUnusable extends Error {
  override readonly name = 'FeedListUnusable';
  constructor(
    readonly path: string,
    readonly reason: string,
    readonly fix: string,
  ) {
    super(`feed list ${path} ${reason}; ${fix}`);
  }
}

/**
 * The feeds of the named lists (`['sv', 'wires']` reads `sv.opml` and `wires.opml` in `dir`), each address once.
 * Feeds that are switched off are included; see `FeedListing.enabled`.
 * @throws FeedListUnusable
 */
export function loadLists(dir: string, names: readonly string[]): FeedListing[] {
  const listings = new Map<string, FeedListing>();
  for (const name of names) {
    for (const listing of loadList(dir, name)) {
      if (!listings.has(listing.url)) listings.set(listing.url, listing);
    }
  }
  return [...listings.values()];
}

/** Names of the lists in `dir`, in alphabetical order. */
export const listNames = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((file) => file.endsWith('.opml'))
        .map((file) => file.slice(0, -'.opml'.length))
        .sort()
    : [];

function loadList(dir: string, name: string): FeedListing[] {
  const path = join(dir, `${name}.opml`);
  if (!/^[\w-]+$/.test(name) || !existsSync(path)) {
    const known = listNames(dir);
    const fix = known.length > 0 ? `the lists here are: ${known.join(', ')}` : `put OPML lists into ${dir}`;
    throw new FeedListUnusable(path, 'does not exist', fix);
  }
  try {
    const listings = parseOpml(readFileSync(path, 'utf8'));
    if (listings.length > 0) return listings;
  } catch (error) {
    if (!(error instanceof NotOpml)) throw error;
    throw new FeedListUnusable(
      path,
      `is broken (${error.reason})`,
      'export it again from the reader it came from',
    );
  }
  throw new FeedListUnusable(path, 'names no feed', 'give each <outline> an http(s) address in xmlUrl');
}
