import Parser from 'rss-parser';
import { parseFeed } from '../src/feeds/parse-feed';
import { generatedFeeds } from './feed-corpus';

export interface ParseBench {
  readonly megabytes: number;
  /** Decoded megabytes a second, best of all rounds. */
  readonly vigia: number;
  readonly rssParser: number;
  /** Median over the rounds of our speed over rss-parser's in the same round. */
  readonly ratio: number;
  /** Share of feeds that went through rss-parser's mapping. */
  readonly readByRssParser: number;
}

/** Bytes to finished entries, against bytes to bare rss-parser's own items, round about in one process. */
export async function benchParse(rounds = 15): Promise<ParseBench> {
  const feeds = generatedFeeds();
  const megabytes = feeds.reduce((sum, feed) => sum + feed.length, 0) / 1e6;
  const now = new Date('2026-11-01T00:00:00Z');
  const bare = new Parser();
  const context = { url: 'https://diario.example/feed', contentType: 'application/xml', now };
  const times: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = -2; round < rounds; round++) {
    const start = performance.now();
    for (const feed of feeds) parseFeed(feed, context);
    const middle = performance.now();
    for (const feed of feeds) await bare.parseString(feed.toString('utf8'));
    const end = performance.now();
    if (round >= 0) times.push({ ours: middle - start, theirs: end - middle });
  }
  const ratios = times.map(({ ours, theirs }) => theirs / ours).sort((a, b) => a - b);
  const speed = (side: 'ours' | 'theirs'): number =>
    (megabytes / Math.min(...times.map((time) => time[side]))) * 1000;
  const throughRssParser = feeds.filter((feed) => parseFeed(feed, context).reader === 'rss-parser').length;
  return {
    megabytes,
    vigia: speed('ours'),
    rssParser: speed('theirs'),
    ratio: ratios[Math.floor(ratios.length / 2)] ?? 0,
    readByRssParser: throughRssParser / feeds.length,
  };
}

async function main(): Promise<void> {
  const result = await benchParse();
  console.log(
    `200 feeds, ${result.megabytes.toFixed(1)} MB: Vigía ${result.vigia.toFixed(1)} MB/s, bare rss-parser ` +
      `${result.rssParser.toFixed(1)} MB/s, median ratio ${result.ratio.toFixed(2)}; ` +
      `${Math.round(result.readByRssParser * 100)} % mapped by rss-parser`,
  );
}

if (require.main === module) void main();
