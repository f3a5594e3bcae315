import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Settings } from '../src/settings';
import { Alarms } from './constructs/alarms';
import { Door } from './constructs/door';
import { addDoorbell } from './constructs/doorbell';
import { Mail } from './constructs/mail';
import { Schedules } from './constructs/schedules';
import { SiteApi } from './constructs/site-api';
import { Tables } from './constructs/tables';

export interface VigiaStackProps extends StackProps {
  readonly settings: Settings;
}

/** The whole pipeline in reading order: tables, poll, alert, send, receipts, site, alarms. */
export class VigiaStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: VigiaStackProps) {
    super(scope, id, props);
    const SETTINGS = JSON.stringify(settings);
    const deadLetters = new Queue(this, 'DeadLetters', {
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const { news, alerts, people } = new Tables(this, 'Tables', { keep: settings.stage === 'prod' });
    const NEWS_TABLE = news.tableName;
    const ALERTS_TABLE = alerts.tableName;
    const PEOPLE_TABLE = people.tableName;

    const poll = new Door(this, 'Poll', {
      door: 'poll',
      environment: { SETTINGS, NEWS_TABLE, LISTS_FOLDER: 'feeds' },
      memory: 1024,
      timeout: Duration.minutes(4),
      folder: 'feeds',
      deadLetters,
    });
    news.grantReadWriteData(poll);
    new Schedules(this, 'PollSchedules', {
      target: poll,
      every: Duration.minutes(5),
      shards: settings.feeds.shards,
      deadLetters,
    });

    const alert = new Door(this, 'Alert', {
      door: 'alert',
      environment: { SETTINGS, NEWS_TABLE, ALERTS_TABLE },
      memory: 1024,
      timeout: Duration.minutes(15),
      deadLetters,
    });
    news.grantReadWriteData(alert);
    alerts.grantReadWriteData(alert);
    new Schedules(this, 'AlertSchedules', {
      target: alert,
      every: Duration.minutes(1),
      shards: 1,
      deadLetters,
    });
    addDoorbell({ table: news, shardPrefixes: ['STORY'], door: alert, deadLetters });

    const mail = new Mail(this, 'Mail', { domain: settings.mail.domain, stage: settings.stage });

    const site = new Door(this, 'Site', {
      door: 'site',
      environment: { SETTINGS, NEWS_TABLE, ALERTS_TABLE, PEOPLE_TABLE },
      memory: 1024,
      timeout: Duration.seconds(15),
      deadLetters,
    });
    news.grantReadData(site);
    alerts.grantReadWriteData(site);
    people.grantReadWriteData(site);
    const api = new SiteApi(this, 'SiteApi', { site });
    const siteUrl = settings.site.url || api.url;

    const send = new Door(this, 'Send', {
      door: 'send',
      environment: {
        SETTINGS,
        NEWS_TABLE,
        ALERTS_TABLE,
        PEOPLE_TABLE,
        SITE_URL: siteUrl,
        CONFIGURATION_SET: mail.configurationSetName,
      },
      memory: 1024,
      timeout: Duration.minutes(5),
      deadLetters,
    });
    news.grantReadData(send);
    alerts.grantReadWriteData(send);
    people.grantReadWriteData(send);
    mail.grantSend(send);
    new Schedules(this, 'SendSchedules', {
      target: send,
      every: Duration.minutes(1),
      shards: 1,
      deadLetters,
    });
    addDoorbell({ table: alerts, shardPrefixes: ['post#', 'news#', 'hook#'], door: send, deadLetters });

    const receipts = new Door(this, 'Receipts', {
      door: 'receipts',
      environment: { SETTINGS, ALERTS_TABLE, PEOPLE_TABLE },
      memory: 512,
      timeout: Duration.seconds(60),
      deadLetters,
    });
    alerts.grantReadWriteData(receipts);
    people.grantReadWriteData(receipts);
    mail.events.addSubscription(new LambdaSubscription(receipts, { deadLetterQueue: deadLetters }));

    new Alarms(this, 'Alarms', {
      operator: settings.mail.operator,
      stage: settings.stage,
      doors: { poll, alert, send, receipts, site },
      deadLetters,
    });
    new CfnOutput(this, 'SiteUrl', { value: siteUrl, description: 'Public address of the site' });
  }
}
