import { randomUUID } from 'node:crypto';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { type AlertSummary, alertPending } from '../src/alerts/alert';
import { Matcher } from '../src/alerts/matcher';
import { parseQuery, QueryIndex } from '../src/meaning/query';
import { AlertLimits } from '../src/store/alert-limits';
import { dynamoTables } from '../src/store/client';
import { EventStore } from '../src/store/events';
import { FanOutStore } from '../src/store/fan-outs';
import { FindingStore } from '../src/store/findings';
import { Lease } from '../src/store/lease';
import { OutboxStore } from '../src/store/outbox';
import { StoryStore } from '../src/store/stories';
import { WebhookStore } from '../src/store/webhooks';
import { SubscriptionStore } from '../src/store/subscriptions';
import { type Environment, settingsIn } from './env';
import { inAws, type Platform, until } from './platform';

const RUN_MS = 12 * 60_000;
const PLACING_SECONDS = 120;

/** Drains pending stories into events and queues the mails they cause. The event only rings; it is not read. */
export function alertDoor(env: Environment<'alert'>, platform: Platform) {
  const { clock, log } = platform;
  const settings = settingsIn(env);
  const { news, alerts } = dynamoTables(
    { news: env.NEWS_TABLE, alerts: env.ALERTS_TABLE },
    platform.dynamoEndpoint,
  );
  const subscriptions = new SubscriptionStore(alerts);
  const fanOuts = new FanOutStore(alerts, clock);
  const matcher = new Matcher({
    activeQueries: () => subscriptions.activeQueries(),
    parseQuery,
    compile: (queries) => QueryIndex.of(queries),
    onUnreadable: ({ hash }, reason) => log.warn('query-unreadable', { hash, reason }),
  });
  return async (_event: { shard?: number } | DynamoDBStreamEvent): Promise<AlertSummary> => {
    const owner = randomUUID();
    return alertPending({
      stories: new StoryStore(news),
      events: new EventStore(news),
      findings: new FindingStore(alerts),
      matcher,
      placing: new Lease(alerts, 'placing', owner, clock, PLACING_SECONDS),
      queue: { fanOuts, limits: new AlertLimits(alerts, clock), clock, settings: settings.alerts },
      fanOut: {
        fanOuts,
        outbox: new OutboxStore(alerts, clock),
        readership: subscriptions,
        hooks: new WebhookStore(alerts, clock),
        log,
        owner,
        clock,
        until: until(platform, RUN_MS),
      },
      log,
      onPlaced: platform.onStory,
    });
  };
}

export const handler = inAws('alert', alertDoor);
