import type { Command } from 'commander';
import { DOORS, type Door } from '../../lambdas/env';
import { printLine, readInput, UsageError } from './input';

type Handler = (event: never) => Promise<unknown>;

const HANDLERS: Readonly<Record<Door, () => Promise<{ handler: Handler }>>> = {
  poll: () => import('../../lambdas/poll') as Promise<{ handler: Handler }>,
  alert: () => import('../../lambdas/alert') as Promise<{ handler: Handler }>,
  send: () => import('../../lambdas/send') as Promise<{ handler: Handler }>,
  receipts: () => import('../../lambdas/receipts') as Promise<{ handler: Handler }>,
  site: () => import('../../lambdas/site') as Promise<{ handler: Handler }>,
};

export function addInvoke(program: Command): void {
  program
    .command('invoke')
    .summary('run one Lambda handler on a saved event')
    .description(
      'Calls the handler of a door with an event read from a file, and prints its answer as JSON. With --data the door works on the tables kept there, its mails going to that folder’s mailbox and its feeds coming from the saved ones; otherwise it reads the environment as in Lambda.',
    )
    .argument('<door>', DOORS.join(', '))
    .argument('[event]', 'JSON file, or - for standard input; {"shard":0} unless given')
    .option('--data <dir>', 'folder kept by `run --data`')
    .action(async (door: string, file: string | undefined, { data }: { data?: string }) => {
      if (!DOORS.includes(door as Door))
        throw new UsageError(`invoke ${door}: no such door; there are ${DOORS.join(', ')}`);
      const event = file === undefined ? { shard: 0 } : parseEvent(file);
      const answer = data
        ? await onData(door as Door, event, data)
        : await (await HANDLERS[door as Door]()).handler(event as never);
      printLine(JSON.stringify(answer, null, 2));
    });
}

function parseEvent(file: string): unknown {
  try {
    return JSON.parse(readInput(file));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file}: not JSON (${error.message})`);
    throw error;
  }
}

async function onData(door: Door, event: unknown, data: string): Promise<unknown> {
  const { invokeLocally } = await import('../../src/local/invoke');
  const { loadSettings } = await import('../../src/settings');
  const { ROOT, ROOT_SETTINGS } = await import('./root');
  return invokeLocally({
    door,
    event,
    data,
    settings: loadSettings(ROOT_SETTINGS),
    fixtures: `${ROOT}/test/fixtures/site`,
  });
}
