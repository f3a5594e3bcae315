import type { APIGatewayProxyEventV2, APIGatewayProxyResult } from 'aws-lambda';
import { handle } from 'hono/aws-lambda';
import { describeQuery, matchQuery, parseQuery } from '../src/meaning/query';
import { createSite } from '../src/site/site';
import { dynamoTables } from '../src/store/client';
import { ConsentStore } from '../src/store/consents';
import { EventStore } from '../src/store/events';
import { FeedStore } from '../src/store/feeds';
import { LimitStore } from '../src/store/limits';
import { OutboxStore } from '../src/store/outbox';
import { installationSecret } from '../src/store/secret';
import { StoryStore } from '../src/store/stories';
import { SubscriberStore } from '../src/store/subscribers';
import { SubscriptionStore } from '../src/store/subscriptions';
import { feedHealth } from '../src/feeds/health';
import { Tokens } from '../src/subscriptions/token';
import { type Environment, settingsIn } from './env';
import { inAws, type Platform } from './platform';

/** The site as a Hono app over the tables; AWS asks it through `handler`, the local engine over HTTP. */
export async function siteApp(env: Environment<'site'>, platform: Platform) {
  const { clock, log } = platform;
  const settings = settingsIn(env);
  const names = { news: env.NEWS_TABLE, alerts: env.ALERTS_TABLE, people: env.PEOPLE_TABLE };
  const { news, alerts, people } = dynamoTables(names, platform.dynamoEndpoint);
  const secret = await installationSecret(people);
  const feeds = new FeedStore(news, settings.feeds.shards);
  const { name, site, mail } = settings;
  return createSite({
    settings: {
      name,
      url: site.url,
      contact: mail.operator,
      sender: mail.from,
      operatorTokenHash: site.operatorTokenHash || null,
    },
    events: new EventStore(news),
    stories: new StoryStore(news),
    feeds: { health: () => feedHealth(feeds.all(), clock.now()) },
    subscribers: new SubscriberStore(people, secret),
    consents: new ConsentStore(people),
    subscriptions: new SubscriptionStore(alerts),
    limits: new LimitStore(people),
    outbox: new OutboxStore(alerts, clock),
    queries: { parseQuery, describeQuery, matchQuery },
    tokens: new Tokens(secret),
    clock,
    log,
  });
}

/** Answers one request of the public HTTP API. */
export function siteDoor(env: Environment<'site'>, platform: Platform) {
  const app = siteApp(env, platform);
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResult> =>
    handle(await app)(event as never) as never;
}

export const handler = inAws('site', siteDoor);
