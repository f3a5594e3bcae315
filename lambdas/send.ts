import { randomUUID } from 'node:crypto';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { version } from '../package.json';
import { postAllDue, type WebhookSummary } from '../src/alerts/webhook';
import { HttpClient, userAgent } from '../src/feeds/http/client';
import { Pace } from '../src/mail/pace';
import { sendAll, type SendSummary } from '../src/mail/send';
import { Ses, sesClient } from '../src/mail/ses';
import { describeQuery, matchQuery, parseQuery } from '../src/meaning/query';
import { dynamoTables } from '../src/store/client';
import { installationSecret } from '../src/store/secret';
import { SubscriberStore } from '../src/store/subscribers';
import { recordConfirmationSent } from '../src/subscriptions/confirmation-sent';
import { Links } from '../src/subscriptions/links';
import { Tokens } from '../src/subscriptions/token';
import { oncePerDay } from './daily';
import { type Environment, settingsIn } from './env';
import { inAws, type Platform, until } from './platform';
import { sendStores } from './send-stores';

const RUN_MS = 4 * 60_000;
/** A program that is told of an event must answer within this. */
const WEBHOOK = { totalMs: 10_000, bodyBytes: 64 * 1024 };

export interface SendDoorSummary {
  readonly mails: SendSummary;
  readonly posts: WebhookSummary;
}

/** Sends the mails and makes the posts that are due, and once a day what is due once a day. The event only rings. */
export function sendDoor(env: Environment<'send'>, platform: Platform) {
  const { clock, log, standIn } = platform;
  const settings = settingsIn(env);
  const names = { news: env.NEWS_TABLE, alerts: env.ALERTS_TABLE, people: env.PEOPLE_TABLE };
  const { news, alerts, people } = dynamoTables(names, platform.dynamoEndpoint);
  const { name, mail, stage, site } = settings;
  const agent = userAgent(name, version, site.url || `mailto:${mail.operator}`);
  const post = new Ses(sesClient(platform.ses), clock);
  const pace = new Pace(clock);
  const daily = oncePerDay();
  const queries = { parseQuery, describeQuery, matchQuery };
  const stores = sendStores({ news, alerts, people }, clock, settings.feeds.shards);
  return async (_event: { shard?: number } | DynamoDBStreamEvent): Promise<SendDoorSummary> => {
    const secret = await installationSecret(people);
    const tokens = new Tokens(secret);
    const subscribers = new SubscriberStore(people, secret);
    const links = new Links(env.SITE_URL, tokens);
    const sender = {
      name, stage,
      address: mail.from,
      unsubscribeTo: mail.unsubscribe,
      configurationSet: env.CONFIGURATION_SET,
    }; // prettier-ignore
    const work = {
      ...stores, subscribers, queries, tokens, links, sender, post, pace, clock, log,
      people: subscribers,
      describe: (query: string, language: 'es' | 'en' | 'pt') => describeQuery(parseQuery(query), language),
      operator: { address: mail.operator, language: mail.operatorLanguage, timeZone: mail.operatorTimeZone },
      owner: randomUUID(),
      until: until(platform, RUN_MS),
      onConfirmationSent: (personId: string) =>
        recordConfirmationSent({ subscribers, consents: stores.consents, clock }, personId),
    }; // prettier-ignore
    await daily(work);
    const mails = await sendAll(work);
    await stores.mail.add({ mails: mails.sent, bounces: 0, complaints: 0 });
    if (mails.inDoubt > 0) log.metric('MailsInDoubt', mails.inDoubt);
    const http = new HttpClient({ userAgent: agent, standIn, limits: WEBHOOK });
    try {
      const page = (eventId: string) => links.event(eventId);
      const posts = await postAllDue({
        ...work, page,
        post: async (url, headers, body) => (await http.post(url, body, headers)).status,
      }); // prettier-ignore
      return { mails, posts };
    } finally {
      await http.close();
    }
  };
}

export const handler = inAws('send', sendDoor);
