import type { Command } from 'commander';
import { systemClock } from '../../../src/clock';
import { type FeedHealth, feedHealth } from '../../../src/feeds/health';
import { loadSettings } from '../../../src/settings';
import { FeedStore } from '../../../src/store/feeds';
import { printLine, UsageError } from '../input';
import { ROOT_SETTINGS } from '../root';
import { type TablesOptions, useTables, withTables } from '../tables';
import { type Column, dayOf, tableOf } from '../table';

const COLUMNS: readonly Column<FeedHealth>[] = [
  { name: 'state', of: ({ condition }) => condition },
  { name: 'feed', of: ({ title }) => title, most: 36 },
  { name: 'success', of: ({ lastSuccess }) => dayOf(lastSuccess) },
  { name: 'news', of: ({ lastNews }) => dayOf(lastNews) },
  { name: '304', of: ({ unchanged }) => `${Math.round(unchanged * 100)} %`, right: true },
  { name: 'every', of: ({ intervalMinutes }) => `${intervalMinutes} min`, right: true },
  { name: 'lost', of: ({ overlapsLost }) => overlapsLost || null, right: true },
  { name: 'failure', of: ({ failureClass }) => failureClass },
  { name: 'advice', of: ({ advice }) => advice },
];

const ORDER: readonly FeedHealth['condition'][] = ['gone', 'failing', 'silent', 'limited', 'new', 'good'];

export const healthTable = (feeds: readonly FeedHealth[]): string =>
  tableOf(
    feeds.toSorted(
      (a, b) =>
        ORDER.indexOf(a.condition) - ORDER.indexOf(b.condition) ||
        Number(a.advice === null) - Number(b.advice === null) ||
        a.title.localeCompare(b.title),
    ),
    COLUMNS,
  );

export function addHealth(feeds: Command): void {
  const command = feeds
    .command('health')
    .summary('say how each watched feed has been doing')
    .description(
      'Prints, of every feed that is polled: last success and last news, share of polls answered “not modified”, interval, times that items may have been missed, failure, and what to do.',
    )
    .option('--json', 'print JSON Lines');
  withTables(command).action(async (options: TablesOptions & { json?: boolean }) => {
    const { feeds: settings } = loadSettings(ROOT_SETTINGS);
    const found: FeedHealth[] = [];
    await useTables(options, ['news'], async ({ news }) => {
      for await (const feed of feedHealth(new FeedStore(news, settings.shards).all(), systemClock.now()))
        found.push(feed);
    });
    if (!found.length)
      throw new UsageError('no feed has been polled into these tables yet; run the poll first');
    if (options.json) for (const feed of found) printLine(JSON.stringify(feed));
    else printLine(healthTable(found));
  });
}
