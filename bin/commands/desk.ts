import { systemClock } from '../../src/clock';
import { silentLog } from '../../src/log';
import { describeQuery, matchQuery, parseQuery } from '../../src/meaning/query';
import { ConsentStore } from '../../src/store/consents';
import { LimitStore } from '../../src/store/limits';
import { OutboxStore } from '../../src/store/outbox';
import { installationSecret } from '../../src/store/secret';
import { SubscriberStore } from '../../src/store/subscribers';
import { SubscriptionStore } from '../../src/store/subscriptions';
import type { Origin } from '../../src/subscriptions/consent';
import type { Desk } from '../../src/subscriptions/desk';
import type { MailLanguage } from '../../src/subscriptions/subscription';
import { Tokens } from '../../src/subscriptions/token';
import { type TablesOptions, useTables } from './tables';

/** Opens the tables for what is done on behalf of a person. */
export const useDesk = <T>(options: TablesOptions, use: (desk: Desk) => Promise<T>): Promise<T> =>
  useTables(options, ['alerts', 'people'], async ({ alerts, people }) => {
    const secret = await installationSecret(people);
    return use({
      subscribers: new SubscriberStore(people, secret),
      consents: new ConsentStore(people),
      subscriptions: new SubscriptionStore(alerts),
      limits: new LimitStore(people),
      outbox: new OutboxStore(alerts, systemClock),
      queries: { parseQuery, describeQuery, matchQuery },
      tokens: new Tokens(secret),
      clock: systemClock,
      log: silentLog,
    });
  });

/** For the consent record: asked for by a command of the operator. */
export const fromCommand = (command: string, locale: MailLanguage): Origin => ({
  form: `vigia ${command}`,
  ip: '',
  userAgent: 'command line',
  locale,
});
