import type { SNSEvent } from 'aws-lambda';
import { type ReceiptSummary, recordReceipts } from '../src/mail/receipts';
import { dynamoTables } from '../src/store/client';
import { DispatchStore } from '../src/store/dispatch';
import { OutboxStore } from '../src/store/outbox';
import { installationSecret } from '../src/store/secret';
import { SoftBounces } from '../src/store/soft-bounces';
import { SubscriberStore } from '../src/store/subscribers';
import { type Environment, readEnvironment } from './env';
import { aws, lazily, type Platform } from './platform';

/** Writes down what SES reports about mails: proof of sending, bounces, complaints. */
export function receiptsDoor(env: Environment<'receipts'>, platform: Platform) {
  const { clock, log } = platform;
  const { alerts, people } = dynamoTables(
    { alerts: env.ALERTS_TABLE, people: env.PEOPLE_TABLE },
    platform.dynamoEndpoint,
  );
  return async (event: SNSEvent): Promise<ReceiptSummary> =>
    recordReceipts(
      {
        dispatch: new DispatchStore(alerts, clock),
        people: new SubscriberStore(people, await installationSecret(people)),
        softBounces: new SoftBounces(people, clock),
        outbox: new OutboxStore(alerts, clock),
        log,
      },
      event.Records,
    );
}

export const handler = lazily(() => receiptsDoor(readEnvironment('receipts'), aws));
