import { feedHealth } from '../src/feeds/health';
import { dailyReports, type DailyReportsDeps } from '../src/mail/reports/daily-reports';
import { dailyUpkeep } from '../src/subscriptions/upkeep';
import type { Desk } from '../src/subscriptions/desk';
import type { FeedStore } from '../src/store/feeds';

const AGAIN_MS = 3_600_000;

export type DailyDeps = Desk & Omit<DailyReportsDeps, 'health'> & { readonly feeds: FeedStore };

/**
 * Work of once a day, offered at every run of a door that wakes often. Whether the day is done is asked once a day by
 * each function that is warm; a failure is logged, tried again in an hour, and never stops the mail.
 */
export function oncePerDay(): (deps: DailyDeps) => Promise<void> {
  let next = 0;
  return async (deps) => {
    const now = deps.clock.now();
    if (now.getTime() < next) return;
    try {
      await dailyUpkeep(deps);
      await dailyReports({ ...deps, health: () => feedHealth(deps.feeds.all(), now) });
      next = new Date(now).setUTCHours(24, 0, 0, 0);
    } catch (error) {
      next = now.getTime() + AGAIN_MS;
      const { name, message } = error as Error;
      deps.log.error('daily-work-failed', { reason: `${name}: ${message}` });
    }
  };
}
