import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App, type Stack, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { DOORS, ENVIRONMENT } from '../../lambdas/env';
import { VigiaStack } from '../../lib/vigia-stack';
import { metricNamespace } from '../../src/metrics';
import { loadSettings, type Settings } from '../../src/settings';

const settings = loadSettings(path.join(__dirname, '../../settings.yaml'));
// Bundling has its own proof (`cdk synth` in CI); validation by WebAssembly costs seconds and runs there as well.
const context = { 'aws:cdk:bundling-stacks': [] };

function stackOf(change: Partial<Settings> = {}): Stack {
  return new VigiaStack(new App({ context }), 'Test', { settings: { ...settings, ...change } });
}

let template: Template;
beforeAll(() => {
  process.env.CDK_VALIDATION = 'false';
  template = Template.fromStack(stackOf());
});

test('five doors, each on arm64 and Node 24, with a log group, kept failures and exactly its environment', () => {
  template.resourceCountIs('AWS::Lambda::Function', DOORS.length);
  template.allResourcesProperties('AWS::Lambda::Function', {
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    LoggingConfig: { LogFormat: 'JSON', LogGroup: Match.anyValue() },
  });
  for (const door of DOORS)
    template.hasResourceProperties('AWS::Lambda::Function', {
      Description: `Vigía: ${door}`,
      Environment: {
        Variables: Object.fromEntries(ENVIRONMENT[door].map((name) => [name, Match.anyValue()])),
      },
    });
  template.resourceCountIs('AWS::Lambda::EventInvokeConfig', DOORS.length);
  template.allResourcesProperties('AWS::Lambda::EventInvokeConfig', {
    DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
  });
});

test('poll and alert have no right to the table of people', () => {
  const tables = template.findResources('AWS::DynamoDB::Table');
  const people = Object.keys(tables).find((id) => /People/.test(id))!;
  const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
  const grants = (door: string) =>
    JSON.stringify(policies.filter(([id]) => id.startsWith(`${door}ServiceRole`)));
  expect(grants('Send')).toContain(people);
  expect(grants('Poll')).not.toContain(people);
  expect(grants('Alert')).not.toContain(people);
});

test('sending is granted on the identity and on the configuration set', () => {
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: 'ses:SendRawEmail',
          Resource: [
            { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp(':identity/vigia.example')])] },
            { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp(':configuration-set/vigia-dev')])] },
          ],
        }),
      ]),
    },
  });
});

test('one schedule a shard, each with dead letters', () => {
  template.resourceCountIs('AWS::Scheduler::Schedule', settings.feeds.shards + 2);
  template.allResourcesProperties('AWS::Scheduler::Schedule', {
    Target: { DeadLetterConfig: Match.anyValue() },
  });
  const more = Template.fromStack(stackOf({ feeds: { ...settings.feeds, shards: 5 } }));
  more.resourceCountIs('AWS::Scheduler::Schedule', 7);
});

test('streams ring only for work that appears', () => {
  template.resourceCountIs('AWS::Lambda::EventSourceMapping', 2);
  template.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
    FilterCriteria: { Filters: Match.anyValue() },
    DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
  });
});

test('production keeps its tables, a trial does not', () => {
  const prod = Template.fromStack(stackOf({ stage: 'prod' }));
  prod.allResources('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Retain',
    Properties: Match.objectLike({ DeletionProtectionEnabled: true }),
  });
  template.allResources('AWS::DynamoDB::Table', { DeletionPolicy: 'Delete' });
  template.allResourcesProperties('AWS::DynamoDB::Table', {
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    BillingMode: 'PAY_PER_REQUEST',
  });
});

test('every alarm leads to its section of the runbook, and every section has its alarm', () => {
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
  expect(alarms.length).toBeGreaterThanOrEqual(10);
  const runbook = readFileSync(path.join(__dirname, '../../docs/runbook.md'), 'utf8');
  const sections = [...runbook.matchAll(/^## (\S+)$/gm)].map((match) => match[1]!.toLowerCase());
  const linked = alarms.map(
    (alarm) =>
      /docs\/runbook\.md#([a-z-]+)$/.exec(
        (alarm.Properties as { AlarmDescription: string }).AlarmDescription,
      )?.[1],
  );
  expect(sections.toSorted()).toEqual(linked.toSorted());
});

test('alarms watch the metrics that the doors write', () => {
  const metrics = Object.values(template.findResources('AWS::CloudWatch::Alarm'))
    .map((alarm) => alarm.Properties as { Namespace?: string; MetricName: string; Dimensions?: unknown })
    .filter(({ Namespace }) => Namespace === metricNamespace('dev'));
  expect(metrics.map(({ MetricName }) => MetricName).toSorted()).toEqual([
    'FeedsOutage',
    'MailsInDoubt',
    'OverlapLost',
  ]);
  expect(metrics.every(({ Dimensions }) => Dimensions === undefined)).toBe(true);
});

/** Findings of cdk-nag that are meant to be so, and why. */
const MEANT: readonly { readonly finding: RegExp; readonly reason: string }[] = [
  {
    finding: /IAM4\[Policy::.*AWSLambdaBasicExecutionRole\]$/,
    reason: 'lets a function write its own logs, and nothing else',
  },
  { finding: /IAM5\[Resource::<Tables\w+\.Arn>\/index\/\*\]$/, reason: 'the indexes of our own tables' },
  {
    finding: /IAM5\[Resource::<(Poll|Alert|Send)\w+\.Arn>:\*\]$/,
    reason: 'a schedule may call any version of its own function',
  },
  {
    finding: /IAM5\[Resource::\*\]$/,
    reason: 'listing streams and reading the sending quota take no resource',
  },
  { finding: /APIG4$/, reason: 'the site is public; what is personal is behind secret links' },
  { finding: /SQS3$|SQSRedrivePolicy$/, reason: 'is the dead-letter queue itself' },
  {
    finding: /LambdaDLQ$/,
    reason: 'failed events go to an on-failure destination, which keeps the reason too',
  },
  {
    finding: /SNSRedrivePolicy$/,
    reason: 'alarm mails need no redrive; receipts have their own dead letters',
  },
  {
    finding: /LambdaTracing$/,
    reason: 'the tracing SDK is out of maintenance and costs start-up time; log lines carry the timings',
  },
];

test('cdk-nag finds nothing but what is meant to be so', () => {
  const app = new App({ context });
  new VigiaStack(app, 'Nag', { settings });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  let report = '';
  try {
    app.synth();
  } catch (error) {
    report = (error as Error).message;
  }
  const findings = [
    ...new Set([...report.matchAll(/Acknowledge with '([^']+)'/g)].map((match) => match[1]!)),
  ];
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.filter((finding) => !MEANT.some((meant) => meant.finding.test(finding)))).toEqual([]);
});
