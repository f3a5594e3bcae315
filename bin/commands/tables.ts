import type { Command } from 'commander';
import { startLocalDynamo, LOCAL_TABLES } from '../../src/local/dynamo';
import { dynamoTables } from '../../src/store/client';
import type { TableName } from '../../src/store/schema';
import type { Table } from '../../src/store/table';
import { UsageError } from './input';

export interface TablesOptions {
  readonly data?: string;
  readonly newsTable?: string;
  readonly alertsTable?: string;
  readonly peopleTable?: string;
}

/** Options of commands that work on tables: a folder kept by `run --data`, or tables in AWS by name. */
export const withTables = (command: Command): Command =>
  command
    .option('--data <dir>', 'folder kept by `run --data`')
    .option('--news-table <name>', 'news table in AWS')
    .option('--alerts-table <name>', 'alerts table in AWS')
    .option('--people-table <name>', 'people table in AWS');

/** Opens the tables, hands them over, and closes what was opened. */
export async function useTables<T>(
  options: TablesOptions,
  needed: readonly TableName[],
  use: (tables: Record<TableName, Table>) => Promise<T>,
): Promise<T> {
  if (options.data) {
    const dynamo = await startLocalDynamo(`${options.data}/tables`);
    try {
      return await use(dynamoTables(LOCAL_TABLES, dynamo.endpoint));
    } finally {
      await dynamo.close();
    }
  }
  const names = { news: options.newsTable, alerts: options.alertsTable, people: options.peopleTable };
  const missing = needed.filter((table) => !names[table]);
  if (missing.length)
    throw new UsageError(
      `give --data DIR for this machine, or for AWS ${missing.map((table) => `--${table}-table NAME`).join(' ')}`,
    );
  return use(
    dynamoTables({ news: names.news ?? '-', alerts: names.alerts ?? '-', people: names.people ?? '-' }),
  );
}
