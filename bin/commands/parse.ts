import type { Command } from 'commander';
import { parseFeed } from '../../src/feeds/parse-feed';
import { loadBytes } from './load';
import { printLine } from './input';

export function addParse(program: Command): void {
  program
    .command('parse')
    .summary('print the entries of a feed as JSON')
    .description(
      'Reads a feed (RSS, RDF, Atom, JSON Feed, news sitemap; any charset) and prints what Vigía sees in it.',
    )
    .argument('<source>', 'file, - for standard input, or http(s) address')
    .option('--url <url>', 'address to resolve relative links against, for a file')
    .action(async (source: string, { url }: { url?: string }) => {
      const { bytes, contentType, finalUrl } = await loadBytes(source);
      const feed = parseFeed(bytes, {
        url: url ?? finalUrl ?? 'https://feed.invalid/',
        contentType,
        now: new Date(),
      });
      printLine(JSON.stringify(feed, null, 2));
    });
}
