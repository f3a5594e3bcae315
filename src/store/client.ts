import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TableName } from './schema';
import { Table } from './table';

const clients = new Map<string, DynamoDBClient>();

/** An embedded DynamoDB takes any credentials, but some. */
const local = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

/** One client an endpoint, so that connections are shared by all doors of a process. */
export function dynamoClient(endpoint = ''): DynamoDBClient {
  let known = clients.get(endpoint);
  if (!known) clients.set(endpoint, (known = new DynamoDBClient(endpoint ? local(endpoint) : {})));
  return known;
}

/** The tables of these names; with an endpoint, those of an embedded DynamoDB. */
export function dynamoTables<N extends TableName>(
  names: Readonly<Record<N, string>>,
  endpoint?: string,
): Record<N, Table> {
  const entries = Object.entries<string>(names).map(([table, name]) => [
    table,
    new Table(dynamoClient(endpoint), name),
  ]);
  return Object.fromEntries(entries) as Record<N, Table>;
}
