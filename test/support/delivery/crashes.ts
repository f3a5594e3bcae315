import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { MemoryDynamo } from '../memory-dynamo/memory-dynamo';

/** The process ends here. */
export class Crash extends Error {
  override name = 'Crash';
}

/** When the process dies around a write. */
export type CrashPlan = (write: number) => 'before' | 'after' | undefined;

/** A client whose process may die before or after any write. */
export function crashingClient(dynamo: MemoryDynamo, plan: CrashPlan): DynamoDBClient {
  let n = 0;
  return dynamo.client((write) => {
    const crash = plan(n++);
    if (crash === 'before') throw new Crash();
    write();
    if (crash === 'after') throw new Crash();
  });
}
