import type { Clock } from '../src/clock';
import { ConsentStore } from '../src/store/consents';
import { DispatchStore } from '../src/store/dispatch';
import { EventStore } from '../src/store/events';
import { FanOutStore } from '../src/store/fan-outs';
import { FeedStore } from '../src/store/feeds';
import { FigureStore, type MailFigures, type WatchFigures } from '../src/store/figures';
import { LimitStore } from '../src/store/limits';
import { OutboxStore } from '../src/store/outbox';
import type { TableName } from '../src/store/schema';
import { StoryStore } from '../src/store/stories';
import { SubscriptionStore } from '../src/store/subscriptions';
import type { Table } from '../src/store/table';
import { WebhookStore } from '../src/store/webhooks';

/** What the send door reads and writes; it sees all three tables, for it alone joins news, wishes and addresses. */
export function sendStores({ news, alerts, people }: Record<TableName, Table>, clock: Clock, shards: number) {
  const watch: WatchFigures = new FigureStore(news, clock);
  const mail: MailFigures = new FigureStore(alerts, clock);
  return {
    events: new EventStore(news),
    stories: new StoryStore(news),
    feeds: new FeedStore(news, shards),
    watch,
    subscriptions: new SubscriptionStore(alerts),
    fanOuts: new FanOutStore(alerts, clock),
    outbox: new OutboxStore(alerts, clock),
    dispatch: new DispatchStore(alerts, clock),
    hooks: new WebhookStore(alerts, clock),
    mail,
    consents: new ConsentStore(people),
    limits: new LimitStore(people),
  };
}
