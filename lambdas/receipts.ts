import type { SNSEvent } from 'aws-lambda';
import { type ReceiptSummary, recordReceipts } from '../src/mail/receipts';
import { dynamoTables } from '../src/store/client';
import { ConsentStore } from '../src/store/consents';
import { DispatchStore } from '../src/store/dispatch';
import { FigureStore, type MailFigures } from '../src/store/figures';
import { OutboxStore } from '../src/store/outbox';
import { installationSecret } from '../src/store/secret';
import { SoftBounces } from '../src/store/soft-bounces';
import { SubscriberStore } from '../src/store/subscribers';
import { recordConfirmationSent } from '../src/subscriptions/confirmation-sent';
import type { Environment } from './env';
import { inAws, type Platform } from './platform';

/** Writes down what SES reports about mails: proof of sending, bounces, complaints. */
export function receiptsDoor(env: Environment<'receipts'>, platform: Platform) {
  const { clock, log } = platform;
  const { alerts, people } = dynamoTables(
    { alerts: env.ALERTS_TABLE, people: env.PEOPLE_TABLE },
    platform.dynamoEndpoint,
  );
  const figures: MailFigures = new FigureStore(alerts, clock);
  return async (event: SNSEvent): Promise<ReceiptSummary> => {
    const subscribers = new SubscriberStore(people, await installationSecret(people));
    const evidence = { subscribers, consents: new ConsentStore(people), clock };
    const summary = await recordReceipts(
      {
        dispatch: new DispatchStore(alerts, clock),
        people: subscribers,
        softBounces: new SoftBounces(people, clock),
        outbox: new OutboxStore(alerts, clock),
        onConfirmationSent: (personId) => recordConfirmationSent(evidence, personId),
        log,
      },
      event.Records,
    );
    await figures.add({ mails: 0, bounces: summary.bounces, complaints: summary.complaints });
    return summary;
  };
}

export const handler = inAws('receipts', receiptsDoor);
