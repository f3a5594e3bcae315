import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, type IFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

export interface DoorbellProps {
  readonly table: ITable;
  /** Rings when an item enters the due index under a shard that begins with one of these. */
  readonly shardPrefixes: readonly string[];
  readonly door: IFunction;
  readonly deadLetters: IQueue;
}

/**
 * Wakes a door when work for it appears, instead of at the next minute. The door does not read the records: it
 * drains what is due, so a lost or repeated ring changes nothing.
 */
export function addDoorbell({ table, shardPrefixes, door, deadLetters }: DoorbellProps): void {
  door.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.LATEST,
      batchSize: 1000,
      maxBatchingWindow: Duration.seconds(5),
      retryAttempts: 1,
      maxRecordAge: Duration.minutes(1),
      onFailure: new SqsDlq(deadLetters),
      filters: shardPrefixes.map((prefix) =>
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { NewImage: { dueShard: { S: FilterRule.beginsWith(prefix) } } },
        }),
      ),
    }),
  );
}
