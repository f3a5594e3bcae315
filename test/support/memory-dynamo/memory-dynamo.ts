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
import { INDEXES, KEY } from '../../../src/store/schema';
import { type Attributes, type Placeholders, parseCondition, parseUpdate } from './expression';
import { SortedItems } from './sorted-items';

interface Expressions {
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Attributes;
}

const placeholders = (input: Expressions): Placeholders => ({
  names: input.ExpressionAttributeNames ?? {},
  values: input.ExpressionAttributeValues ?? {},
});

/** One item written: what it was and what it is, for counting write units. */
export interface Write {
  readonly before: Attributes | undefined;
  readonly after: Attributes | undefined;
}

/**
 * One DynamoDB table in memory, for runs too large for an embedded database: understands the commands and expressions
 * that `src/store/table.ts` sends, and nothing else. A test compares it with dynalite.
 */
export class MemoryDynamo {
  private readonly base = new SortedItems(KEY);
  private readonly indexes = {
    due: new SortedItems(INDEXES.due),
    list: new SortedItems(INDEXES.list),
  };

  constructor(private readonly onWrite: (write: Write) => void = () => {}) {}

  /** The same as a client; `around` may fail before or after each write. */
  client(around: (write: () => void) => void = (write) => write()): DynamoDBClient {
    const send = async (command: unknown) => this.run(command, around);
    return { send, destroy() {} } as unknown as DynamoDBClient;
  }

  private run(command: unknown, around: (write: () => void) => void): unknown {
    if (command instanceof GetItemCommand) return { Item: this.base.get(command.input.Key as Attributes) };
    if (command instanceof QueryCommand) return this.query(command.input);
    if (command instanceof BatchGetItemCommand) {
      const [[table, { Keys = [] }]] = Object.entries(command.input.RequestItems!) as [
        [string, { Keys?: Attributes[] }],
      ];
      if (Keys.length > 100 || new Set(Keys.map((key) => JSON.stringify(key))).size !== Keys.length)
        throw new Error('a batch holds at most 100 different keys');
      return {
        Responses: { [table]: Keys.map((key) => this.base.get(key)).filter((item) => item !== undefined) },
      };
    }
    if (command instanceof PutItemCommand)
      return around(() =>
        this.write(command.input, command.input.Item as Attributes, () => command.input.Item as Attributes),
      );
    if (command instanceof UpdateItemCommand) {
      const { Key, UpdateExpression } = command.input as { Key: Attributes; UpdateExpression?: string };
      const change = parseUpdate(UpdateExpression ?? '', placeholders(command.input as Expressions));
      return around(() => this.write(command.input, Key, (old) => change({ ...Key, ...old })));
    }
    if (command instanceof DeleteItemCommand)
      return around(() => this.write(command.input, command.input.Key as Attributes, () => undefined));
    throw new Error(`not understood: ${String(command)}`);
  }

  private write(
    input: { ConditionExpression?: string } & object,
    key: Attributes,
    change: (old: Attributes | undefined) => Attributes | undefined,
  ): void {
    const before = this.base.get(key);
    const { ConditionExpression } = input;
    if (
      ConditionExpression &&
      !parseCondition(ConditionExpression, placeholders(input as Expressions))(before ?? {})
    )
      throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
    const after = change(before);
    for (const items of [this.base, ...Object.values(this.indexes)]) items.replace(before, after);
    this.onWrite({ before, after });
  }

  private query(input: QueryCommand['input']): unknown {
    const items = input.IndexName ? this.indexes[input.IndexName as keyof typeof this.indexes] : this.base;
    const { names, values } = placeholders(input as Expressions);
    const fits = parseCondition(input.KeyConditionExpression!, { names, values });
    const found: Attributes[] = [];
    const limit = input.Limit ?? 1000;
    let more = false;
    for (const item of items.walk(
      values[':p']!.S!,
      input.ScanIndexForward === false,
      input.ExclusiveStartKey as Attributes,
    )) {
      if (!fits(item)) {
        if (found.length) break;
        continue;
      }
      found.push(item);
      if (found.length === limit) {
        more = true;
        break;
      }
    }
    const wanted = input.ProjectionExpression?.split(', ').map((name) => names[name]!);
    return {
      Items: wanted ? found.map((item) => pick(item, wanted)) : found,
      ...(more && { LastEvaluatedKey: items.keyOf(found.at(-1)!) }),
    };
  }
}

const pick = (item: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(names.filter((name) => item[name]).map((name) => [name, item[name]!]));
