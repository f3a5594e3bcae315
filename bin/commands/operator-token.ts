import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { hashToken } from '../../src/subscriptions/token';
import { printLine } from './input';

export function addOperatorToken(program: Command): void {
  program
    .command('operator-token')
    .summary('make the token that opens the operator’s page')
    .description(
      'Prints a new random token and its hash. Keep the token; put the hash into settings.yaml at site.operatorTokenHash.',
    )
    .option('--json', 'print {token, hash} as JSON')
    .action(({ json }: { json?: boolean }) => {
      const token = randomBytes(24).toString('base64url');
      const hash = hashToken(token);
      printLine(json ? JSON.stringify({ token, hash }) : `token  ${token}\nhash   ${hash}`);
    });
}
