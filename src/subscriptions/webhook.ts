import { randomBytes } from 'node:crypto';
import { AddressRefused } from '../feeds/http/fetch-errors';
import { checkUrl } from '../feeds/http/guard';
import type { SubscriptionStore } from '../store/subscriptions';
import type { Subscription, Webhook } from './subscription';

/** An address that cannot be posted to. */
export class WebhookRefused extends Error {
  override name = 'WebhookRefused';
  constructor(
    readonly url: string,
    reason: string,
  ) {
    super(
      `${url}: ${reason}; give a public https address without credentials, such as https://hooks.example.org/vigia`,
    );
  }
}

/**
 * Lets a program be told besides the mail, with a fresh key for its signatures. What can be told from the address alone
 * is checked here; where its name leads is seen at every post, since that may change.
 * @throws WebhookRefused
 */
export async function setWebhook(
  subscriptions: Pick<SubscriptionStore, 'change'>,
  row: Subscription,
  url: string,
  format: Webhook['format'],
  now: Date,
): Promise<Webhook> {
  if (!URL.canParse(url)) throw new WebhookRefused(url, 'it is no address');
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:') throw new WebhookRefused(url, `its scheme is ${protocol}`);
  try {
    checkUrl(new URL(url));
  } catch (error) {
    throw error instanceof AddressRefused ? new WebhookRefused(error.url, error.refused) : error;
  }
  const webhook = { url: href, secret: randomBytes(32).toString('base64url'), format };
  await subscriptions.change(row, { webhook }, now);
  return webhook;
}

export const removeWebhook = (
  subscriptions: Pick<SubscriptionStore, 'change'>,
  row: Subscription,
  now: Date,
): Promise<boolean> => subscriptions.change(row, { webhook: null }, now);
