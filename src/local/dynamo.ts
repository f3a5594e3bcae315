import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import { dynamoClient } from '../store/client';
import { createTables } from '../store/create-tables';
import type { TableName } from '../store/schema';

export const LOCAL_TABLES: Readonly<Record<TableName, string>> = {
  news: 'vigia-news',
  alerts: 'vigia-alerts',
  people: 'vigia-people',
};

export interface LocalDynamo {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** An embedded DynamoDB with the three tables: in memory, or kept in a folder between runs. */
export async function startLocalDynamo(folder: string | null): Promise<LocalDynamo> {
  if (folder) mkdirSync(folder, { recursive: true });
  const server = dynalite({
    path: folder ?? undefined,
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await createTables(dynamoClient(endpoint), LOCAL_TABLES);
  return {
    endpoint,
    async close() {
      dynamoClient(endpoint).destroy();
      server.closeAllConnections?.();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
