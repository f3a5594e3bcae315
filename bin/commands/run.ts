import type { Command } from 'commander';
import { run } from '../../src/local/run';
import { jsonLog } from '../../src/log';
import { loadSettings } from '../../src/settings';
import { UsageError } from './input';
import { ROOT, ROOT_LISTS, ROOT_SETTINGS } from './root';

const port = (value: string): number => {
  const n = Number(value);
  if (!Number.isInteger(n) || n < 0 || n > 65_535)
    throw new UsageError(`port ${value}: expected a number from 0 to 65535`);
  return n;
};

interface Options {
  readonly once?: boolean;
  readonly live?: boolean;
  readonly data?: string;
  readonly fixtures: string;
  readonly settings: string;
  readonly port: number;
  readonly mailboxPort: number;
  readonly verbose?: boolean;
}

export function addRun(program: Command): void {
  program
    .command('run')
    .summary('run the whole pipeline on this machine')
    .description(
      'Runs all doors with an embedded DynamoDB and a mailbox, on saved feeds (or, with --live, on the real ones), prints what was found, and serves site and mailbox until stopped.',
    )
    .option('--once', 'stop after the report')
    .option('--live', 'poll the real feeds of the settings instead of saved ones')
    .option(
      '--data <dir>',
      'keep tables and mails in this folder between runs (with --live: .vigia unless given)',
    )
    .option('--fixtures <dir>', 'folder of saved feeds', `${ROOT}/test/fixtures/site`)
    .option('--settings <file>', 'settings file', ROOT_SETTINGS)
    .option('--port <n>', 'port of the site', port, 8000)
    .option('--mailbox-port <n>', 'port of the mailbox', port, 8001)
    .option('-v, --verbose', 'write the doors’ log lines to standard error')
    .action(async (options: Options) => {
      const settings = loadSettings(options.settings);
      const toStderr = (line: string) => void process.stderr.write(`${line}\n`);
      await run({
        settings,
        fixtures: options.live ? null : options.fixtures,
        lists: ROOT_LISTS,
        data: options.data ?? (options.live ? `${ROOT}/.vigia` : null),
        once: options.once ?? false,
        sitePort: options.once ? 0 : options.port,
        mailboxPort: options.once ? 0 : options.mailboxPort,
        log: options.verbose ? jsonLog(settings.stage, toStderr) : undefined,
        print: (text) => void process.stdout.write(`${text}\n`),
      }).catch((error: NodeJS.ErrnoException & { readonly port?: number }) => {
        if (error.code !== 'EADDRINUSE') throw error;
        throw new UsageError(`port ${error.port} is taken; name another with --port or --mailbox-port`);
      });
    });
}
