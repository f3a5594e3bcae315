import type { Command } from 'commander';
import { unsubscribeByMail } from '../../src/subscriptions/by-mail';
import { fromCommand, useDesk } from './desk';
import { printLine } from './input';
import { type TablesOptions, withTables } from './tables';

export function addUnsubscribe(program: Command): void {
  const command = program
    .command('unsubscribe')
    .summary('end what a mail to the unsubscribe mailbox asks to end')
    .description(
      'Carries out a request that came to the mailbox `mail.unsubscribe` of the settings. With the two words that follow “unsubscribe” in its subject, one alert ends (or all, if the mail it answers was about all); with an address, all of that person’s. May be repeated.',
    )
    .argument('<what...>', 'id and token from the subject, or an address');
  withTables(command).action(async (what: string[], options: TablesOptions) => {
    const ended = await useDesk(options, (desk) =>
      unsubscribeByMail(desk, what.join(' '), fromCommand('unsubscribe', 'es')),
    );
    for (const { subscriptionId, query } of ended) printLine(`${subscriptionId}: ended “${query}”`);
  });
}
