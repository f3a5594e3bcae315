import type { Command } from 'commander';
import { listNames, loadLists } from '../../src/feeds/lists';
import { parseOpml, writeOpml } from '../../src/feeds/opml';
import { printLine, readInput } from './input';
import { ROOT_LISTS } from './root';

interface ListOptions {
  readonly lists: string[];
  readonly folder: string;
  readonly json?: boolean;
}

const listsOf = ({ lists, folder }: ListOptions) =>
  loadLists(folder, lists.length ? lists : listNames(folder));

const withLists = (command: Command): Command =>
  command
    .argument('[lists...]', 'names of lists in feeds/, all unless given')
    .option('--folder <dir>', 'folder of the lists', ROOT_LISTS)
    .option('--json', 'print JSON Lines');

export function addFeeds(program: Command): void {
  const feeds = program.command('feeds').description('Work on the lists of feeds.');

  withLists(feeds.command('list').description('Print the feeds of the lists.')).action(
    (lists: string[], options: ListOptions) => {
      for (const feed of listsOf({ ...options, lists }))
        printLine(
          options.json
            ? JSON.stringify(feed)
            : `${feed.enabled ? 'on ' : 'off'}  ${feed.country ?? '--'}  ${feed.lang ?? '--'}  ${feed.title}  ${feed.url}`,
        );
    },
  );

  withLists(
    feeds.command('export').description('Print the lists as one OPML document, for another feed reader.'),
  ).action((lists: string[], options: ListOptions) => {
    printLine(writeOpml(listsOf({ ...options, lists }), 'Vigía'));
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
