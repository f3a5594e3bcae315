import { randomUUID } from 'node:crypto';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { OUTBOX_SHARDS } from '../src/alerts/outbox-row';
import { Pace } from '../src/mail/pace';
import { sendDue, type SendSummary } from '../src/mail/send';
import { Ses, sesClient } from '../src/mail/ses';
import { describeQuery, parseQuery } from '../src/meaning/query';
import { dynamoTables } from '../src/store/client';
import { DispatchStore } from '../src/store/dispatch';
import { EventStore } from '../src/store/events';
import { FanOutStore } from '../src/store/fan-outs';
import { OutboxStore } from '../src/store/outbox';
import { installationSecret } from '../src/store/secret';
import { SubscriberStore } from '../src/store/subscribers';
import { SubscriptionStore } from '../src/store/subscriptions';
import { Links } from '../src/subscriptions/links';
import { Tokens } from '../src/subscriptions/token';
import { type Environment, readEnvironment, settingsIn } from './env';
import { aws, lazily, type Platform, until } from './platform';

const RUN_MS = 4 * 60_000;

/** Sends the mails that are due. The event only rings; it is not read. */
export function sendDoor(env: Environment<'send'>, platform: Platform) {
  const { clock, log } = platform;
  const settings = settingsIn(env);
  const names = { news: env.NEWS_TABLE, alerts: env.ALERTS_TABLE, people: env.PEOPLE_TABLE };
  const { news, alerts, people } = dynamoTables(names, platform.dynamoEndpoint);
  const post = new Ses(sesClient(platform.ses), clock);
  const pace = new Pace(clock);
  const { name, mail, stage } = settings;
  return async (_event: { shard?: number } | DynamoDBStreamEvent): Promise<SendSummary[]> => {
    const secret = await installationSecret(people);
    const deps = {
      people: new SubscriberStore(people, secret),
      subscriptions: new SubscriptionStore(alerts),
      events: new EventStore(news),
      fanOuts: new FanOutStore(alerts, clock),
      outbox: new OutboxStore(alerts, clock),
      dispatch: new DispatchStore(alerts, clock),
      links: new Links(env.SITE_URL, new Tokens(secret)),
      describe: (query: string, language: 'es' | 'en' | 'pt') => describeQuery(parseQuery(query), language),
      sender: {
        name,
        address: mail.from,
        unsubscribeTo: mail.unsubscribe,
        stage,
        configurationSet: env.CONFIGURATION_SET,
      },
      operator: { address: mail.operator, language: mail.operatorLanguage, timeZone: mail.operatorTimeZone },
      post,
      pace,
      clock,
      log,
      owner: randomUUID(),
      until: until(platform, RUN_MS),
    };
    const summaries: SendSummary[] = [];
    for (let shard = 0; shard < OUTBOX_SHARDS; shard++) summaries.push(await sendDue(deps, shard));
    return summaries;
  };
}

export const handler = lazily(() => sendDoor(readEnvironment('send'), aws));
