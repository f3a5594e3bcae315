import type { Command } from 'commander';
import { systemClock } from '../../src/clock';
import { SubscriptionStore } from '../../src/store/subscriptions';
import { removeWebhook, setWebhook } from '../../src/subscriptions/webhook';
import { printLine, UsageError } from './input';
import { type TablesOptions, useTables, withTables } from './tables';

interface Options extends TablesOptions {
  readonly format: string;
  readonly off?: boolean;
}

export function addWebhook(program: Command): void {
  const command = program
    .command('webhook')
    .summary('let a program be told of an alert, besides the mail')
    .description(
      'Makes an alert post its events to an https address, signed with HMAC-SHA-256 of "<timestamp>.<body>" in the headers x-vigia-timestamp and x-vigia-signature. Prints the key of the signatures; a new one each time.',
    )
    .argument('<subscription>', 'its id: the first part after /unsubscribe/ in the links of its mails')
    .argument('[url]', 'where to post to')
    .option('--format <name>', 'json, or slack for an incoming webhook of Slack', 'json')
    .option('--off', 'post no more');
  withTables(command).action(async (id: string, url: string | undefined, options: Options) => {
    const { format, off } = options;
    if (format !== 'json' && format !== 'slack')
      throw new UsageError(`--format ${format}: expected json or slack`);
    if ((url === undefined) !== Boolean(off)) throw new UsageError('give either an address or --off');
    const now = systemClock.now();
    await useTables(options, ['alerts'], async ({ alerts }) => {
      const subscriptions = new SubscriptionStore(alerts);
      const row = await subscriptions.get(id, now);
      if (!row) throw new UsageError(`${id}: no such subscription`);
      if (url === undefined) await removeWebhook(subscriptions, row, now);
      else printLine((await setWebhook(subscriptions, row, url, format, now)).secret);
    });
  });
}
