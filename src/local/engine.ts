import { createServer } from 'node:http';
import { once } from 'node:events';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import type { SNSEvent } from 'aws-lambda';
import { alertDoor } from '../../lambdas/alert';
import type { Platform } from '../../lambdas/platform';
import { pollDoor } from '../../lambdas/poll';
import { receiptsDoor } from '../../lambdas/receipts';
import { sendDoor, type SendDoorSummary } from '../../lambdas/send';
import { siteApp, siteDoor } from '../../lambdas/site';
import type { Door } from '../../lambdas/env';
import type { AlertSummary } from '../alerts/alert';
import type { PollSummary } from '../feeds/poll-summary';
import type { Settings } from '../settings';
import { siteListener } from '../site/listener';
import { Closing } from './closing';
import { LOCAL_TABLES, startLocalDynamo } from './dynamo';
import { type Mailbox, startMailbox } from './mailbox';
import type { SnsNotification } from './mailbox/fake-ses';

export interface EngineOptions {
  readonly settings: Settings;
  /** Folder of OPML lists. */
  readonly lists: string;
  /** Where tables and mails are kept between runs; null keeps them in memory. */
  readonly data: string | null;
  /** Clock, log, stand-ins and progress of the doors. */
  readonly platform: Omit<Platform, 'dynamoEndpoint' | 'ses'>;
  /** Ports of the site and the mailbox; 0 takes any free one. */
  readonly sitePort: number;
  readonly mailboxPort: number;
}

export interface Engine {
  readonly siteUrl: string;
  readonly mailbox: Mailbox;
  readonly dynamoEndpoint: string;
  readonly site: Awaited<ReturnType<typeof siteApp>>;
  /** Calls the handler of a door with an event of its own kind. */
  invoke(door: Door, event: never): Promise<unknown>;
  /** Each runs one door once, as its schedule would. */
  poll(): Promise<PollSummary[]>;
  alert(): Promise<AlertSummary>;
  send(): Promise<SendDoorSummary>;
  receipts(): Promise<number>;
  close(): Promise<void>;
}

const CONFIGURATION_SET = 'vigia-local';

const snsEvent = (notification: SnsNotification): SNSEvent => ({
  Records: [
    {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: 'arn:aws:sns:local:0:vigia',
      Sns: {
        Type: notification.Type,
        MessageId: notification.MessageId,
        TopicArn: 'arn:aws:sns:local:0:vigia',
        Subject: '',
        Message: notification.Message,
        Timestamp: notification.Timestamp,
        SignatureVersion: '1',
        Signature: '',
        SigningCertUrl: '',
        UnsubscribeUrl: '',
        MessageAttributes: {},
      },
    },
  ],
});

/** All doors on one machine: the very handlers that run in Lambda, over an embedded DynamoDB and a mailbox that speaks SES. */
export const startEngine = (options: EngineOptions): Promise<Engine> =>
  Closing.whileOpening((closing) => start(options, closing));

async function start(options: EngineOptions, closing: Closing): Promise<Engine> {
  const { data } = options;
  const dynamo = await startLocalDynamo(data && path.join(data, 'tables'));
  closing.add(() => dynamo.close());
  const notifications: SnsNotification[] = [];
  const mailbox = await startMailbox({
    port: options.mailboxPort,
    identities: [options.settings.mail.from.split('@')[1]!],
    configurationSets: [CONFIGURATION_SET],
    directory: (data && path.join(data, 'mailbox')) ?? undefined,
    clock: options.platform.clock,
    onEvent: (notification) => void notifications.push(notification),
  });
  closing.add(() => mailbox.close());
  await mailbox.replay();

  const listener = createServer();
  listener.listen(options.sitePort, '127.0.0.1');
  await once(listener, 'listening');
  closing.add(() => {
    listener.closeAllConnections();
    return new Promise((resolve) => listener.close(resolve));
  });
  const siteUrl = options.settings.site.url || `http://localhost:${(listener.address() as AddressInfo).port}`;
  const settings: Settings = { ...options.settings, site: { ...options.settings.site, url: siteUrl } };
  const platform: Platform = {
    ...options.platform,
    dynamoEndpoint: dynamo.endpoint,
    ses: {
      endpoint: mailbox.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    },
  };
  const names = {
    NEWS_TABLE: LOCAL_TABLES.news,
    ALERTS_TABLE: LOCAL_TABLES.alerts,
    PEOPLE_TABLE: LOCAL_TABLES.people,
  };
  const env = {
    SETTINGS: JSON.stringify(settings),
    ...names,
    SITE_URL: siteUrl,
    CONFIGURATION_SET,
    LISTS_FOLDER: options.lists,
  };

  const doors = {
    poll: pollDoor(env, platform),
    alert: alertDoor(env, platform),
    send: sendDoor(env, platform),
    receipts: receiptsDoor(env, platform),
    site: siteDoor(env, platform),
  };
  const site = await siteApp(env, platform);
  listener.on('request', siteListener(site));

  return {
    siteUrl,
    mailbox,
    site,
    dynamoEndpoint: dynamo.endpoint,
    invoke: (door, event) => doors[door](event),
    poll: () =>
      Promise.all(Array.from({ length: settings.feeds.shards }, (_, shard) => doors.poll({ shard }))),
    alert: () => doors.alert({}),
    send: () => doors.send({}),
    async receipts() {
      let handled = 0;
      for (let next = notifications.shift(); next; next = notifications.shift(), handled++)
        await doors.receipts(snsEvent(next));
      return handled;
    },
    close: () => closing.close(),
  };
}
