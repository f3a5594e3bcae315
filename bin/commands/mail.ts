import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { previews } from '../../src/mail/preview';
import { loadSettings } from '../../src/settings';
import { printLine } from './input';
import { ROOT_SETTINGS } from './root';

export function addMail(program: Command): void {
  const mail = program.command('mail').description('Work on the mails that readers get.');
  mail
    .command('preview')
    .description('Writes every mail in every language, from sample data, as .eml, .html and .txt.')
    .option('--out <dir>', 'folder to write to', 'mail-preview')
    .action(async ({ out }: { out: string }) => {
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
    });
}
