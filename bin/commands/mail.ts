import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { startMailbox } from '../../src/local/mailbox';
import { previews } from '../../src/mail/preview';
import { loadSettings } from '../../src/settings';
import { fromMailKey, mailKey } from '../../src/alerts/outbox-row';
import { systemClock } from '../../src/clock';
import { DispatchStore } from '../../src/store/dispatch';
import { printLine, UsageError } from './input';
import { ROOT_SETTINGS } from './root';
import { type Column, tableOf } from './table';
import { type TablesOptions, useTables, withTables } from './tables';

export function addMail(program: Command): void {
  const mail = program.command('mail').description('Work on the mails that readers get.');
  mail
    .command('preview')
    .description('Writes every mail in every language, from sample data, as .eml, .html and .txt.')
    .option('--out <dir>', 'folder to write to', 'mail-preview')
    .option('--open', 'show them in the local mailbox until stopped')
    .option('--port <n>', 'port of the mailbox', '8001')
    .action(async ({ out, open, port }: { out: string; open?: boolean; port: string }) => {
      const { name, mail: addresses, stage } = loadSettings(ROOT_SETTINGS);
      const sender = {
        name,
        address: addresses.from,
        unsubscribeTo: addresses.unsubscribe,
        stage,
        configurationSet: `vigia-${stage}`,
      };
      mkdirSync(out, { recursive: true });
      for (const preview of await previews(sender)) {
        writeFileSync(path.join(out, `${preview.name}.eml`), preview.eml);
        writeFileSync(path.join(out, `${preview.name}.html`), preview.html);
        writeFileSync(path.join(out, `${preview.name}.txt`), preview.text);
        printLine(path.join(out, `${preview.name}.eml`));
      }
      if (!open) return;
      const mailbox = await startMailbox({ port: Number(port), identities: [], directory: out });
      printLine(`\nMailbox  ${mailbox.url}\nStop with Ctrl-C.`);
      await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
      await mailbox.close();
    });

  withTables(
    mail
      .command('trouble')
      .description('Prints mails that failed or wait for proof of sending, newest first. Holds no address.'),
  )
    .option('--json', 'print JSON Lines')
    .action(async (options: TablesOptions & { json?: boolean }) => {
      const rows: Trouble[] = [];
      await useTables(options, ['alerts'], async ({ alerts }) => {
        const dispatch = new DispatchStore(alerts, systemClock);
        for (const state of ['FAILED', 'IN_DOUBT'] as const)
          for await (const item of dispatch.trouble(state)) rows.push(troubleOf(state, item));
      });
      if (options.json) for (const row of rows) printLine(JSON.stringify(row));
      else if (rows.length) printLine(tableOf(rows, TROUBLE_COLUMNS));
      else process.stderr.write('no mail is in trouble\n');
    });

  withTables(
    mail
      .command('retry')
      .description('Lets a failed mail be tried again, once its cause is gone.')
      .argument('<mail>', 'its name, as `mail trouble` prints it'),
  ).action(async (name: string, options: TablesOptions) => {
    const id = fromMailKey(name);
    if (!id) throw new UsageError(`mail retry ${name}: no name of a mail; \`mail trouble\` prints them`);
    const done = await useTables(options, ['alerts'], ({ alerts }) =>
      new DispatchStore(alerts, systemClock).retry(id, id.key.startsWith('POST#') ? 'post' : 'news'),
    );
    if (!done) throw new UsageError(`mail retry ${name}: it has not failed; nothing to do`);
    process.stderr.write('due again\n');
  });
}

interface Trouble {
  readonly mail: string;
  readonly state: string;
  readonly since: string;
  readonly kind: string;
  readonly reason: string;
}

const troubleOf = (state: string, item: Readonly<Record<string, unknown>>): Trouble => ({
  mail: mailKey({ personId: String(item['personId']), key: String(item['sk']) }),
  state: state.toLowerCase().replace('_', ' '),
  since: String(item['listSort']),
  kind: String(item['notice'] ?? item['kind']),
  reason: String(item['reason'] ?? ''),
});

const TROUBLE_COLUMNS: readonly Column<Trouble>[] = [
  { name: 'state', of: ({ state }) => state },
  { name: 'since', of: ({ since }) => since.slice(0, 16) },
  { name: 'kind', of: ({ kind }) => kind },
  { name: 'mail', of: ({ mail }) => mail },
  { name: 'reason', of: ({ reason }) => reason },
];
