import type { Clock } from '../clock';
import type { NewsEvent } from '../events/event';
import type { Log } from '../log';
import type { FanOutStore } from '../store/fan-outs';
import type { WebhookRow, WebhookStore } from '../store/webhooks';
import type { Subscription, Webhook } from '../subscriptions/subscription';
import { inParallel } from './in-parallel';
import { OUTBOX_SHARDS } from './outbox-row';
import { listens } from './tell';
import { webhookBody } from './webhook-body';
import { sign } from './webhook-signature';

/**
 * Posts to an address that a stranger chose: must refuse addresses inside our own network, follow no redirect, and
 * end within 10 seconds. Throws when it could not post; resolves to the status of the answer.
 */
export type GuardedPost = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
) => Promise<number>;

export interface WebhookDeps {
  readonly hooks: WebhookStore;
  readonly subscriptions: { get(subscriptionId: string, now?: Date): Promise<Subscription | null> };
  readonly events: { get(id: string): Promise<NewsEvent | null> };
  readonly fanOuts: Pick<FanOutStore, 'why'>;
  readonly describe: (query: string, language: Subscription['language']) => string;
  readonly page: (eventId: string) => string;
  readonly post: GuardedPost;
  readonly clock: Clock;
  readonly log: Log;
  readonly until: Date;
}

export interface WebhookSummary {
  delivered: number;
  postponed: number;
  failed: number;
  cancelled: number;
}

/** Seconds between the attempts; after the last the event is given up. */
const WAITS = [60, 300, 1800, 7200, 28_800, 86_400] as const;
const WIDTH = 8;
const ENDS = ['delivered', 'postponed', 'failed', 'cancelled'] as const;

const nothing = (): WebhookSummary => ({ delivered: 0, postponed: 0, failed: 0, cancelled: 0 });

/** Makes the posts that are due in all shards. */
export async function postAllDue(deps: WebhookDeps): Promise<WebhookSummary> {
  const summary = nothing();
  for (let shard = 0; shard < OUTBOX_SHARDS && deps.clock.now() < deps.until; shard++) {
    const done = await postDue(deps, shard);
    for (const end of ENDS) summary[end] += done[end];
  }
  if (ENDS.some((end) => summary[end] > 0)) deps.log.info('webhooks.done', { ...summary });
  return summary;
}

/** Makes the posts that are due in one shard. */
export async function postDue(deps: WebhookDeps, shard: number): Promise<WebhookSummary> {
  const summary = nothing();
  await inParallel(deps.hooks.due(shard), WIDTH, async (row) => {
    if (deps.clock.now() >= deps.until) return;
    const end = await postOne(deps, row);
    if (end) summary[end]++;
  });
  return summary;
}

async function postOne(deps: WebhookDeps, row: WebhookRow): Promise<keyof WebhookSummary | null> {
  const { hooks, clock, log } = deps;
  const last = row.attempt >= WAITS.length;
  // The row is due again after the wait: whoever dies here, or gets no answer, is followed by the next attempt.
  if (!(await hooks.claim(row, last ? WAITS.at(-1)! : WAITS[row.attempt]!))) return null;
  const subscription = await deps.subscriptions.get(row.subscriptionId, clock.now());
  const event = await deps.events.get(row.eventId);
  if (!event || !subscription?.webhook || !listens(subscription, clock.now())) {
    await hooks.settle(
      row,
      'CANCELLED',
      event ? 'the subscription has no webhook any more' : 'the event is gone',
    );
    return 'cancelled';
  }
  const problem = await attempt(deps, row, event, subscription, subscription.webhook);
  if (problem === null) {
    await hooks.settle(row, 'DELIVERED');
    return 'delivered';
  }
  log.warn('webhook.refused', { attempt: row.attempt + 1, problem });
  if (!last && problem !== 'answered 410') return 'postponed';
  await hooks.settle(row, 'FAILED', problem);
  return 'failed';
}

/** What went wrong with one post, or null. */
async function attempt(
  deps: WebhookDeps,
  row: WebhookRow,
  event: NewsEvent,
  subscription: Subscription,
  webhook: Webhook,
): Promise<string | null> {
  const { eventId, update, queryHash, key } = row;
  const why = await deps.fanOuts.why([{ eventId, update, queryHash }]);
  const delivery = key.slice('HOOK#'.length);
  const reading = deps.describe(subscription.query, subscription.language);
  const message = { delivery, event, page: deps.page(event.id), update, query: subscription.query, reading };
  const body = webhookBody({ ...message, why: why.get(queryHash) ?? null }, webhook.format);
  const signed = sign(webhook.secret, body, deps.clock.now());
  const headers = { 'content-type': 'application/json', 'x-vigia-delivery': delivery, ...signed };
  try {
    const status = await deps.post(webhook.url, headers, body);
    return status >= 200 && status < 300 ? null : `answered ${status}`;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).slice(0, 200);
  }
}
