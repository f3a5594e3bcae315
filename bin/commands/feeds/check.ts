import type { Command } from 'commander';
import { systemClock } from '../../../src/clock';
import { type CheckResult, checkFeeds } from '../../../src/feeds/check';
import { Politeness } from '../../../src/feeds/politeness';
import { progress } from '../../../src/local/progress';
import { printLine } from '../input';
import { openHttp } from '../load';
import { listed, type ListOptions, withLists } from './listed';
import { type Column, dayOf, tableOf } from '../table';

const COLUMNS: readonly Column<CheckResult>[] = [
  { name: '', of: ({ ok }) => (ok ? 'ok' : 'no') },
  { name: 'feed', of: ({ listing }) => listing.title, most: 36 },
  { name: 'status', of: ({ status, failure }) => status ?? failure },
  { name: 'format', of: ({ format }) => format },
  { name: 'charset', of: ({ charset, charsetGuessed }) => charset && charset + (charsetGuessed ? '?' : '') },
  { name: 'items', of: ({ format, items }) => (format ? items : null), right: true },
  { name: 'newest', of: ({ newest }) => dayOf(newest) },
  { name: 'advice', of: ({ reason, advice }) => advice ?? reason },
];

/** Feeds in trouble first, then those with advice, each group by country and title. */
const byNeed = (a: CheckResult, b: CheckResult) =>
  Number(a.ok) - Number(b.ok) ||
  Number(a.advice === null) - Number(b.advice === null) ||
  (a.listing.country ?? '').localeCompare(b.listing.country ?? '') ||
  a.listing.title.localeCompare(b.listing.title);

export const checkTable = (results: readonly CheckResult[]): string =>
  tableOf(results.toSorted(byNeed), COLUMNS);

export function addCheck(feeds: Command): void {
  withLists(
    feeds
      .command('check')
      .summary('read every feed of the lists once and say how it is')
      .description(
        'Reads every feed of the lists once, stores nothing, and prints status, format, charset, items, newest item and what to do. A feed in trouble is a finding; only a list that cannot be used ends with code 1.',
      ),
  )
    .option('--enabled', 'only feeds that are switched on')
    .action(async (lists: string[], options: ListOptions & { enabled?: boolean }) => {
      const listings = listed(lists, options).filter((listing) => listing.enabled || !options.enabled);
      const http = openHttp();
      const line = progress('feeds check');
      try {
        const deps = { http, politeness: new Politeness({ clock: systemClock }), clock: systemClock };
        const results = await checkFeeds(listings, deps, (result, done, total) => {
          if (options.json) printLine(JSON.stringify(result));
          line.show(`${done} of ${total}, ${result.listing.title}: ${result.failure ?? 'ok'}`);
        });
        if (!options.json) printLine(checkTable(results));
        const well = results.filter(({ ok }) => ok).length;
        const advised = results.filter(({ ok, advice }) => ok && advice !== null).length;
        line.done(
          `${results.length} feeds: ${well} answer (${advised} with advice), ${results.length - well} in trouble`,
        );
      } finally {
        await http.close();
      }
    });
}
