import type { Command } from 'commander';
import type { FeedListing } from '../../../src/feeds/feed';
import { listNames, loadLists } from '../../../src/feeds/lists';
import { ROOT_LISTS } from '../root';

export interface ListOptions {
  readonly folder: string;
  readonly json?: boolean;
}

/** Argument and options of commands that work on lists. */
export const withLists = (command: Command): Command =>
  command
    .argument('[lists...]', 'names of lists in feeds/, all unless given')
    .option('--folder <dir>', 'folder of the lists', ROOT_LISTS)
    .option('--json', 'print JSON Lines');

/** Throws `FeedListUnusable` for a list that is missing, broken or empty. */
export const listed = (lists: readonly string[], { folder }: ListOptions): FeedListing[] =>
  loadLists(folder, lists.length ? lists : listNames(folder));
