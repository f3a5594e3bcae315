import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { createTables } from '../../src/store/create-tables';
import type { TableName } from '../../src/store/schema';
import { Table } from '../../src/store/table';

const names: Readonly<Record<TableName, string>> = { news: 'news', alerts: 'alerts', people: 'people' };

export interface Dynamo {
  readonly client: DynamoDBClient;
  table(name: TableName): Table;
  stop(): Promise<void>;
}

/** An embedded DynamoDB in memory with the three tables, on a free port of the loopback. */
export async function startDynamo(): Promise<Dynamo> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await createTables(client, names);
  return {
    client,
    table: (name) => new Table(client, names[name]),
    async stop() {
      client.destroy();
      server.closeAllConnections?.();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
