import {
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { INDEXES, KEY, TABLES, type TableName } from './schema';

const indexes = Object.entries(INDEXES);

/**
 * Creates the three tables in an embedded DynamoDB and waits until they can be used; a table that exists is left alone.
 * In AWS the stack creates them.
 */
export async function createTables(
  client: DynamoDBClient,
  names: Readonly<Record<TableName, string>>,
): Promise<void> {
  await Promise.all(TABLES.map((table) => createTable(client, names[table])));
}

async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  const attributes = new Set([KEY, ...Object.values(INDEXES)].flatMap((key) => [key.partition, key.sort]));
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [...attributes].map((attribute) => ({
          AttributeName: attribute,
          AttributeType: 'S',
        })),
        KeySchema: keySchema(KEY),
        GlobalSecondaryIndexes: indexes.map(([index, key]) => ({
          IndexName: index,
          KeySchema: keySchema(key),
          Projection: { ProjectionType: 'ALL' },
        })),
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.02, maxDelay: 0.1 }, { TableName: name });
}

const keySchema = ({ partition, sort }: { partition: string; sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];
