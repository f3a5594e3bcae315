import type { Command } from 'commander';
import { describeQuery, parseQuery } from '../../src/meaning/query';
import { readChoices } from '../../src/subscriptions/choices';
import { signUp } from '../../src/subscriptions/sign-up';
import { fromCommand, useDesk } from './desk';
import { printLine } from './input';
import { type TablesOptions, withTables } from './tables';

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
    await useDesk(options, (desk) =>
      signUp(desk, { address, choices, query, origin: fromCommand('subscribe', language), meant: true }),
    );
    printLine(`${address}: asked to confirm “${source}” (${describeQuery(query, language)})`);
  });
}
