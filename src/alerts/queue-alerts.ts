import type { Clock } from '../clock';
import type { NewsEvent } from '../events/event';
import type { AlertLimits } from '../store/alert-limits';
import type { FanOutStore } from '../store/fan-outs';
import { isNews } from './is-news';
import type { Why } from './why';

export interface Matched {
  readonly queryHash: string;
  readonly why: Why;
}

export interface QueueDeps {
  readonly fanOuts: Pick<FanOutStore, 'add' | 'get'>;
  readonly limits: Pick<AlertLimits, 'withinHour' | 'updateDue'>;
  readonly clock: Clock;
  readonly settings: {
    /** Hours after which a story first seen is stored but not mailed. */
    readonly newsHours: number;
    /** Mails at once that one query causes per reader and hour. */
    readonly instantPerHour: number;
    /** Hours between two update mails of one event; 2 when not given. */
    readonly updateHours?: number;
  };
  /** Mail old stories too (asked for by an operator who backfills). */
  readonly oldToo?: boolean;
}

/**
 * Notes that queries found the event in its present state; the readers are told by the fan-out. May be called again
 * for the same state at any time. Returns how many jobs are new.
 */
export async function queueAlerts(
  deps: QueueDeps,
  event: NewsEvent,
  matches: readonly Matched[],
): Promise<number> {
  const { fanOuts, limits, clock, settings } = deps;
  if (!deps.oldToo && !isNews(event, settings.newsHours)) return 0;
  let added = 0;
  for (const { queryHash, why } of matches) {
    const name = { eventId: event.id, update: event.update, queryHash };
    if (await fanOuts.get(name)) continue;
    const finding = `${event.id}#${event.update}`;
    const overflow = !(await limits.withinHour(queryHash, finding, settings.instantPerHour));
    const dueAt =
      event.update === 0
        ? clock.now().toISOString()
        : await limits.updateDue(event.id, event.update, settings.updateHours ?? 2);
    if (await fanOuts.add({ ...name, why, overflow, dueAt, cursor: null })) added++;
  }
  return added;
}
