import type { Clock } from '../clock';
import type { Log } from '../log';
import type { ConsentStore } from '../store/consents';
import type { LimitStore } from '../store/limits';
import type { SubscriberStore } from '../store/subscribers';
import type { SubscriptionStore } from '../store/subscriptions';
import type { Outbox } from './mail-requests';
import type { QueryEngine } from './query-engine';
import type { Tokens } from './token';

/** What the flows of this room work with. */
export interface Desk {
  readonly subscribers: SubscriberStore;
  readonly consents: ConsentStore;
  readonly subscriptions: SubscriptionStore;
  readonly limits: LimitStore;
  readonly outbox: Outbox;
  readonly queries: QueryEngine;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly log: Log;
}
