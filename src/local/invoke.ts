import type { Door } from '../../lambdas/env';
import type { Settings } from '../settings';
import { openMachine } from './machine';

export interface InvokeOptions {
  readonly door: Door;
  readonly event: unknown;
  /** Folder kept by `run --data`. */
  readonly data: string;
  readonly settings: Settings;
  readonly fixtures: string;
}

/** Runs one handler on one event over kept tables, the saved feeds and the folder's mailbox. */
export async function invokeLocally({
  door,
  event,
  data,
  settings,
  fixtures,
}: InvokeOptions): Promise<unknown> {
  const machine = await openMachine({
    settings,
    fixtures,
    lists: fixtures,
    data,
    sitePort: 0,
    mailboxPort: 0,
  });
  try {
    const answer = await machine.engine.invoke(door, event as never);
    await machine.engine.receipts();
    machine.saveTime();
    return answer;
  } finally {
    await machine.close();
  }
}
