import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, ScheduleTargetInput, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface SchedulesProps {
  readonly target: IFunction;
  readonly every: Duration;
  /** One schedule for each, handed to the function as `{ shard }`. */
  readonly shards: number;
  readonly deadLetters: IQueue;
}

/** Wakes a door regularly, once a shard. A missed minute is not made up: the next one drains what is due. */
export class Schedules extends Construct {
  constructor(scope: Construct, id: string, { target, every, shards, deadLetters }: SchedulesProps) {
    super(scope, id);
    for (let shard = 0; shard < shards; shard++)
      new Schedule(this, `Shard${shard}`, {
        schedule: ScheduleExpression.rate(every),
        timeWindow: TimeWindow.off(),
        target: new LambdaInvoke(target, {
          input: ScheduleTargetInput.fromObject({ shard }),
          deadLetterQueue: deadLetters,
          retryAttempts: 1,
          maxEventAge: Duration.minutes(5),
        }),
      });
  }
}
