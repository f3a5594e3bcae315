import { version } from '../package.json';
import { readArticle } from '../src/articles/read-article';
import { HttpClient, HTTP_LIMITS, userAgent } from '../src/feeds/http/client';
import { listNames, loadLists } from '../src/feeds/lists';
import { pollShard } from '../src/feeds/poll';
import type { PollSummary } from '../src/feeds/poll-summary';
import { Politeness } from '../src/feeds/politeness';
import { Robots } from '../src/feeds/robots';
import { LEXICON_VERSION } from '../src/meaning/lexicon-version';
import { read } from '../src/meaning/read';
import { dynamoTables } from '../src/store/client';
import { FeedStore } from '../src/store/feeds';
import { FigureStore, type WatchFigures } from '../src/store/figures';
import { PersonStore } from '../src/store/persons';
import { RobotsStore } from '../src/store/robots';
import { StoryStore } from '../src/store/stories';
import { Ingest } from '../src/stories/ingest';
import { type Environment, settingsIn } from './env';
import { inAws, type Platform, until } from './platform';

const RUN_MS = 3.5 * 60_000;
/** Runs in a row without any answer after which it is not the feeds. */
const BARREN_RUNS = 2;

/** Polls the feeds of one shard that are due, and stores what matters. */
export function pollDoor(env: Environment<'poll'>, platform: Platform) {
  const { clock, log, random, standIn, httpMs } = platform;
  const settings = settingsIn(env);
  const { news } = dynamoTables({ news: env.NEWS_TABLE }, platform.dynamoEndpoint);
  const feeds = new FeedStore(news, settings.feeds.shards);
  const figures: WatchFigures = new FigureStore(news, clock);
  const names = settings.feeds.lists.includes('all') ? listNames(env.LISTS_FOLDER) : settings.feeds.lists;
  const listings = loadLists(env.LISTS_FOLDER, names);
  const agent = userAgent(settings.name, version, settings.site.url || `mailto:${settings.mail.operator}`);
  return async ({ shard }: { shard: number }): Promise<PollSummary> => {
    const http = new HttpClient({
      userAgent: agent,
      standIn,
      limits: { totalMs: httpMs ?? HTTP_LIMITS.totalMs },
    });
    const politeness = new Politeness({ clock });
    const robots = new Robots({ http, politeness, clock, cache: new RobotsStore(news) });
    const ingest = new Ingest({
      stories: new StoryStore(news),
      persons: new PersonStore(news),
      read,
      lexicon: LEXICON_VERSION,
      readArticle: (url) => readArticle(url, { http, politeness, clock, robots }),
      clock,
      log,
    });
    try {
      await feeds.sync(listings, shard, clock.now());
      const summary = await pollShard(
        {
          feeds, http, politeness, clock, log, random,
          settings: settings.feeds,
          ingest: (source, entries) => ingest.entries(source, entries),
          progress: platform.onFeed,
          deadline: until(platform, RUN_MS),
        },
        shard,
      ); // prettier-ignore
      const { polled, newEntries, overlapsLost, barrenRuns } = summary;
      await figures.add({ checks: polled, entries: newEntries, overlapsLost });
      if (polled > 0 && barrenRuns >= BARREN_RUNS) log.metric('FeedsOutage', 1);
      if (overlapsLost > 0) log.metric('OverlapLost', overlapsLost);
      return summary;
    } finally {
      await http.close();
    }
  };
}

export const handler = inAws('poll', pollDoor);
