import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { INDEXES, KEY, type IndexName } from './schema';

export type Item = Record<string, unknown>;

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** A DynamoDB condition: expression with `#name` and `:value` placeholders. */
export interface Condition {
  readonly expression: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Item>;
}

export interface Change {
  /** Attributes to set; undefined values are removed. */
  readonly set?: Readonly<Item>;
  /** Attributes to set only where the item has none. */
  readonly setOnce?: Readonly<Item>;
  readonly remove?: readonly string[];
  /** Numbers to add, or Sets of strings to unite with. */
  readonly add?: Readonly<Record<string, number | Set<string>>>;
  readonly when?: Condition;
}

export interface Range {
  readonly index?: IndexName;
  readonly partition: string;
  /** Sort keys that begin with this. */
  readonly prefix?: string;
  /** Sort keys at or before / at or after this. */
  readonly upTo?: string;
  readonly since?: string;
  readonly descending?: boolean;
  /** Items a page; all pages are read unless the caller stops iterating. */
  readonly pageSize?: number;
  /** Only these attributes are returned. */
  readonly only?: readonly string[];
  readonly startAfter?: Item;
}

export const ABSENT: Condition = { expression: 'attribute_not_exists(pk)' };
export const PRESENT: Condition = { expression: 'attribute_exists(pk)' };

const options = { removeUndefinedValues: true, convertEmptyValues: false };

const conditionInput = (when?: Condition) =>
  when && {
    ConditionExpression: when.expression,
    ...(when.names && { ExpressionAttributeNames: { ...when.names } }),
    ...(when.values && { ExpressionAttributeValues: marshall(when.values, options) }),
  };

/** One DynamoDB table. Every guarantee of the pipeline is a single-item conditional write through here. */
export class Table {
  constructor(
    private readonly client: DynamoDBClient,
    readonly name: string,
  ) {}

  /** Writes the item; false when `when` refused it. */
  async put(item: Key & Item, when?: Condition): Promise<boolean> {
    return this.unlessRefused(() =>
      this.client.send(
        new PutItemCommand({ TableName: this.name, Item: marshall(item, options), ...conditionInput(when) }),
      ),
    );
  }

  async get<T = Item>(key: Key, { consistent = true } = {}): Promise<T | null> {
    const { Item } = await this.client.send(
      new GetItemCommand({ TableName: this.name, Key: marshall(key), ConsistentRead: consistent }),
    );
    return Item ? (unmarshall(Item) as T) : null;
  }

  /** Changes one item (creating it unless `when` forbids); false when `when` refused. */
  async update(key: Key, change: Change): Promise<boolean> {
    const names: Record<string, string> = { ...change.when?.names };
    const values: Item = { ...change.when?.values };
    const sets: string[] = [];
    const removes: string[] = [];
    const adds: string[] = [];
    let n = 0;
    const name = (attribute: string) => {
      const placeholder = `#c${n++}`;
      names[placeholder] = attribute;
      return placeholder;
    };
    const value = (v: unknown) => {
      const placeholder = `:c${n++}`;
      values[placeholder] = v;
      return placeholder;
    };
    for (const [k, v] of Object.entries(change.set ?? {})) {
      if (v === undefined) removes.push(name(k));
      else sets.push(`${name(k)} = ${value(v)}`);
    }
    for (const [k, v] of Object.entries(change.setOnce ?? {})) {
      const placeholder = name(k);
      sets.push(`${placeholder} = if_not_exists(${placeholder}, ${value(v)})`);
    }
    for (const k of change.remove ?? []) removes.push(name(k));
    for (const [k, v] of Object.entries(change.add ?? {})) adds.push(`${name(k)} ${value(v)}`);
    const expression = [
      sets.length && `SET ${sets.join(', ')}`,
      removes.length && `REMOVE ${removes.join(', ')}`,
      adds.length && `ADD ${adds.join(', ')}`,
    ].filter(Boolean);
    return this.unlessRefused(() =>
      this.client.send(
        new UpdateItemCommand({
          TableName: this.name,
          Key: marshall(key),
          ...(expression.length && { UpdateExpression: expression.join(' ') }),
          ...(change.when && { ConditionExpression: change.when.expression }),
          ...(Object.keys(names).length && { ExpressionAttributeNames: names }),
          ...(Object.keys(values).length && { ExpressionAttributeValues: marshall(values, options) }),
        }),
      ),
    );
  }

  async delete(key: Key, when?: Condition): Promise<boolean> {
    return this.unlessRefused(() =>
      this.client.send(
        new DeleteItemCommand({ TableName: this.name, Key: marshall(key), ...conditionInput(when) }),
      ),
    );
  }

  /** Items of one partition in sort order, page after page until the caller stops. */
  async *query<T = Item>(range: Range): AsyncGenerator<T> {
    for await (const page of this.pages<T>(range)) yield* page;
  }

  async *pages<T = Item>(range: Range): AsyncGenerator<T[]> {
    const keys = range.index ? INDEXES[range.index] : KEY;
    const names: Record<string, string> = { '#p': keys.partition };
    const values: Item = { ':p': range.partition };
    let expression = '#p = :p';
    const sort = (condition: string, placeholder: string, v: string) => {
      names['#s'] = keys.sort;
      values[placeholder] = v;
      expression += ` AND ${condition}`;
    };
    if (range.prefix !== undefined) sort('begins_with(#s, :prefix)', ':prefix', range.prefix);
    else if (range.since !== undefined && range.upTo !== undefined) {
      values[':since'] = range.since;
      sort('#s BETWEEN :since AND :upTo', ':upTo', range.upTo);
    } else if (range.upTo !== undefined) sort('#s <= :upTo', ':upTo', range.upTo);
    else if (range.since !== undefined) sort('#s >= :since', ':since', range.since);
    const projection = range.only?.map((attribute, i) => {
      names[`#o${i}`] = attribute;
      return `#o${i}`;
    });
    let start = range.startAfter && marshall(range.startAfter, options);
    do {
      const page = await this.client.send(
        new QueryCommand({
          TableName: this.name,
          IndexName: range.index,
          KeyConditionExpression: expression,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: marshall(values),
          ProjectionExpression: projection?.join(', '),
          ScanIndexForward: !range.descending,
          Limit: range.pageSize,
          ExclusiveStartKey: start,
          ConsistentRead: range.index ? undefined : true,
        }),
      );
      yield (page.Items ?? []).map((item) => unmarshall(item) as T);
      start = page.LastEvaluatedKey;
    } while (start);
  }

  /** First item of the range, or null. */
  async first<T = Item>(range: Range): Promise<T | null> {
    for await (const item of this.query<T>({ ...range, pageSize: 1 })) return item;
    return null;
  }

  /** The items that exist among `keys`, in no order; asks again for what DynamoDB leaves unprocessed. */
  async batchGet<T = Item>(keys: readonly Key[]): Promise<T[]> {
    const found: T[] = [];
    for (let i = 0; i < keys.length; i += 100) {
      let wanted = keys.slice(i, i + 100).map((key) => marshall({ pk: key.pk, sk: key.sk }));
      for (let attempt = 0; wanted.length; attempt++) {
        if (attempt === 8)
          throw new Error(`${this.name}: ${wanted.length} keys stayed unprocessed after 8 tries`);
        if (attempt) await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt));
        const reply = await this.client.send(
          new BatchGetItemCommand({ RequestItems: { [this.name]: { Keys: wanted } } }),
        );
        for (const item of reply.Responses?.[this.name] ?? []) found.push(unmarshall(item) as T);
        wanted = (reply.UnprocessedKeys?.[this.name]?.Keys ?? []) as typeof wanted;
      }
    }
    return found;
  }

  private async unlessRefused(write: () => Promise<unknown>): Promise<boolean> {
    try {
      await write();
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
