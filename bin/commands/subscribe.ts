import type { Command } from 'commander';
import { systemClock } from '../../src/clock';
import { silentLog } from '../../src/log';
import { describeQuery, matchQuery, parseQuery } from '../../src/meaning/query';
import { ConsentStore } from '../../src/store/consents';
import { LimitStore } from '../../src/store/limits';
import { OutboxStore } from '../../src/store/outbox';
import { installationSecret } from '../../src/store/secret';
import { SubscriberStore } from '../../src/store/subscribers';
import { SubscriptionStore } from '../../src/store/subscriptions';
import { readChoices } from '../../src/subscriptions/choices';
import { signUp } from '../../src/subscriptions/sign-up';
import { Tokens } from '../../src/subscriptions/token';
import { printLine } from './input';
import { type TablesOptions, useTables, withTables } from './tables';

interface Options extends TablesOptions {
  readonly frequency: string;
  readonly lang: 'es' | 'en' | 'pt';
  readonly zone: string;
}

export function addSubscribe(program: Command): void {
  const command = program
    .command('subscribe')
    .summary('ask for an alert on behalf of a person')
    .description(
      'Queues the confirmation mail for an address and a standing query, as the sign-up form does. Nothing is sent to the address but that, until its owner confirms.',
    )
    .argument('<address>')
    .argument('<query>')
    .option('--frequency <when>', 'instant, hourly, daily or weekly', 'instant')
    .option('--lang <code>', 'language of the mails: es, en, pt', 'es')
    .option('--zone <zone>', 'time zone, e.g. America/Lima', 'UTC');
  withTables(command).action(async (address: string, source: string, options: Options) => {
    const { frequency, lang: language, zone: timeZone } = options;
    const query = parseQuery(source);
    const choices = readChoices({
      query: source,
      frequency,
      language,
      timeZone,
      hour: '7',
      weekday: '1',
      quietHours: null,
      updates: true,
    });
    await useTables(options, ['alerts', 'people'], async ({ alerts, people }) => {
      const secret = await installationSecret(people);
      const desk = {
        subscribers: new SubscriberStore(people, secret),
        consents: new ConsentStore(people),
        subscriptions: new SubscriptionStore(alerts),
        limits: new LimitStore(people),
        outbox: new OutboxStore(alerts, systemClock),
        queries: { parseQuery, describeQuery, matchQuery },
        tokens: new Tokens(secret),
        clock: systemClock,
        log: silentLog,
      };
      await signUp(desk, {
        address,
        choices,
        query,
        origin: { form: 'vigia subscribe', ip: '', userAgent: 'command line', locale: language },
        meant: true,
      });
    });
    printLine(`${address}: asked to confirm “${source}” (${describeQuery(query, language)})`);
  });
}
