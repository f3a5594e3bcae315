import type { Command } from 'commander';
import { parseOpml, writeOpml } from '../../../src/feeds/opml';
import { printLine, readInput } from '../input';
import { addCheck } from './check';
import { addDiscover } from './discover';
import { addHealth } from './health';
import { listed, type ListOptions, withLists } from './listed';

export function addFeeds(program: Command): void {
  const feeds = program.command('feeds').description('Work on the lists of feeds.');

  withLists(feeds.command('list').description('Print the feeds of the lists.')).action(
    (lists: string[], options: ListOptions) => {
      for (const feed of listed(lists, options))
        printLine(
          options.json
            ? JSON.stringify(feed)
            : `${feed.enabled ? 'on ' : 'off'}  ${feed.country ?? '--'}  ${feed.lang ?? '--'}  ${feed.title}  ${feed.url}`,
        );
    },
  );

  addCheck(feeds);
  addDiscover(feeds);
  addHealth(feeds);

  withLists(
    feeds.command('export').description('Print the lists as one OPML document, for another feed reader.'),
  ).action((lists: string[], options: ListOptions) => {
    printLine(writeOpml(listed(lists, options), 'Vigía'));
  });

  feeds
    .command('import')
    .description('Read the OPML of another feed reader and print it as a list for feeds/.')
    .argument('<file>', 'OPML file, or - for standard input')
    .option('--title <title>', 'title of the list', 'Imported')
    .action((file: string, { title }: { title: string }) =>
      printLine(writeOpml(parseOpml(readInput(file)), title)),
    );
}
