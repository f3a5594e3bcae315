import type { Command } from 'commander';
import { systemClock } from '../../../src/clock';
import { type DiscoveredFeed, discoverFeeds } from '../../../src/feeds/discovery';
import { Politeness } from '../../../src/feeds/politeness';
import { Robots } from '../../../src/feeds/robots';
import { progress } from '../../../src/local/progress';
import { printLine, UsageError } from '../input';
import { openHttp } from '../load';
import { type Column, dayOf, tableOf } from '../table';

const COLUMNS: readonly Column<DiscoveredFeed>[] = [
  { name: 'format', of: ({ format }) => format },
  { name: 'items', of: ({ items }) => items, right: true },
  { name: 'newest', of: ({ newest }) => dayOf(newest) },
  { name: 'found', of: ({ from }) => from },
  { name: 'title', of: ({ title }) => title, most: 48 },
  { name: 'address', of: ({ url }) => url },
];

export function addDiscover(feeds: Command): void {
  feeds
    .command('discover')
    .summary('find the feeds of a site')
    .description(
      'Finds the feeds of a site from any of its addresses, reads each once and prints what it holds. Obeys robots.txt. Code 1 when there is none.',
    )
    .argument('<url>', 'address of the site or of one of its pages')
    .option('--json', 'print JSON Lines')
    .action(async (url: string, { json }: { json?: boolean }) => {
      const http = openHttp();
      const politeness = new Politeness({ clock: systemClock });
      const deps = { http, politeness, clock: systemClock };
      const line = progress('feeds discover');
      try {
        line.show(url);
        const found = await discoverFeeds(url, { ...deps, robots: new Robots(deps) });
        line.done(`${found.length} found`);
        if (!found.length)
          throw new UsageError(`${url}: names no feed, and none is at a usual address; ask the outlet`);
        if (json) for (const feed of found) printLine(JSON.stringify(feed));
        else printLine(tableOf(found, COLUMNS));
      } finally {
        await http.close();
      }
    });
}
