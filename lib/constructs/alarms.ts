import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Door as DoorName } from '../../lambdas/env';
import { metricNamespace, type MetricName } from '../../src/metrics';

const RUNBOOK = 'docs/runbook.md';
const MINUTES = (n: number) => Duration.minutes(n);

export interface AlarmsProps {
  readonly operator: string;
  readonly stage: string;
  readonly doors: Readonly<Record<DoorName, IFunction>>;
  readonly deadLetters: IQueue;
}

/** What an operator must know of, each with its section in the runbook. */
export class Alarms extends Construct {
  private readonly action: SnsAction;
  private readonly namespace: string;

  constructor(scope: Construct, id: string, { operator, stage, doors, deadLetters }: AlarmsProps) {
    super(scope, id);
    this.namespace = metricNamespace(stage);
    const topic = new Topic(this, 'Topic', { enforceSSL: true });
    topic.addSubscription(new EmailSubscription(operator));
    this.action = new SnsAction(topic);

    this.alarm(
      'DeadLetters',
      'Events failed for good',
      deadLetters.metricApproximateNumberOfMessagesVisible({ period: MINUTES(5) }),
      0,
    );
    for (const [door, fn] of Object.entries(doors))
      this.alarm(`${door}-errors`, `The ${door} door fails`, fn.metricErrors({ period: MINUTES(15) }), 2);
    this.alarm(
      'PollSilent',
      'The poll door has not run for 30 minutes',
      doors.poll.metricInvocations({ period: MINUTES(30) }),
      1,
      {
        comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
        missing: TreatMissingData.BREACHING,
      },
    );
    this.alarm('NoFeedAnswers', 'No feed at all could be read', this.own('FeedsOutage'), 0);
    this.alarm(
      'OverlapLost',
      'Feeds rotate faster than they are polled',
      this.own('OverlapLost', Duration.hours(1)),
      10,
    );
    this.alarm('InDoubt', 'Mails wait for proof of sending', this.own('MailsInDoubt', MINUTES(30)), 5);
    this.alarm(
      'BounceRate',
      'Bounces near the limit at which SES pauses an account',
      this.reputation('BounceRate'),
      0.05,
    );
    this.alarm(
      'ComplaintRate',
      'Complaints near the limit at which SES pauses an account',
      this.reputation('ComplaintRate'),
      0.001,
    );
  }

  private own(metricName: MetricName, period = MINUTES(15)): Metric {
    return new Metric({ namespace: this.namespace, metricName, period, statistic: 'Sum' });
  }

  private reputation(rate: string): Metric {
    return new Metric({
      namespace: 'AWS/SES',
      metricName: `Reputation.${rate}`,
      period: Duration.hours(1),
      statistic: 'Maximum',
    });
  }

  private alarm(
    id: string,
    what: string,
    metric: IMetric,
    threshold: number,
    {
      comparison = ComparisonOperator.GREATER_THAN_THRESHOLD,
      missing = TreatMissingData.NOT_BREACHING,
    }: { comparison?: ComparisonOperator; missing?: TreatMissingData } = {},
  ): void {
    new Alarm(this, id, {
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: comparison,
      treatMissingData: missing,
      alarmDescription: `${what}. What to do: ${RUNBOOK}#${id.toLowerCase()}`,
    }).addAlarmAction(this.action);
  }
}
