import { Command, CommanderError } from 'commander';
import { version } from '../package.json';
import { addClassify } from './commands/classify';
import { addExplain } from './commands/explain';
import { addExport } from './commands/export';
import { addFeeds } from './commands/feeds/feeds';
import { addInvoke } from './commands/invoke';
import { addMail } from './commands/mail';
import { addOperatorToken } from './commands/operator-token';
import { addParse } from './commands/parse';
import { addReclassify } from './commands/reclassify';
import { addRun } from './commands/run';
import { addSubscribe } from './commands/subscribe';
import { addUnsubscribe } from './commands/unsubscribe';
import { addWebhook } from './commands/webhook';

const program = new Command('vigia')
  .description('A watch on prison reform and the official delegations that study it.')
  .version(version)
  .showHelpAfterError('(add --help for what it takes)')
  .addHelpText('after', '\nData go to standard output, progress and errors to standard error.');

for (const add of [
  addRun,
  addInvoke,
  addClassify,
  addExplain,
  addParse,
  addFeeds,
  addSubscribe,
  addUnsubscribe,
  addWebhook,
  addExport,
  addReclassify,
  addMail,
  addOperatorToken,
])
  add(program);

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    // Errors meant for people have a name of their own, those of the system a code; anything else is a fault of the
    // program and keeps its stack.
    const known =
      error instanceof Error &&
      ('syscall' in error || !['Error', 'TypeError', 'RangeError', 'ReferenceError'].includes(error.name));
    process.stderr.write(`vigia: ${known ? error.message : ((error as Error)?.stack ?? String(error))}\n`);
    process.exitCode = 1;
  }
});
