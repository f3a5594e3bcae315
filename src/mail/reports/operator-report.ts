import type { Clock } from '../../clock';
import type { FeedHealth } from '../../feeds/health';
import type { DispatchStore } from '../../store/dispatch';
import type { MailFigures, WatchFigures } from '../../store/figures';
import type { OutboxStore } from '../../store/outbox';
import { OPERATOR } from '../newsroom';
import type { ReportSection } from '../words/words';

export interface OperatorReportDeps {
  readonly outbox: Pick<OutboxStore, 'requestMail'>;
  readonly dispatch: Pick<DispatchStore, 'trouble'>;
  readonly watch: Pick<WatchFigures, 'sums'>;
  readonly mail: Pick<MailFigures, 'sums'>;
  readonly clock: Clock;
}

interface Section {
  readonly about: ReportSection;
  readonly lines: readonly string[];
  readonly more: number;
}

const DAY_MS = 86_400_000;
const WEEK = 7;
const MOST_LINES = 20;
/** A feed that has not answered for this long is reported. */
const DEAD_DAYS = 3;

/** The Sunday before `now`, `YYYY-MM-DD` (UTC). */
export function lastSunday(now: Date): string {
  const back = now.getUTCDay() || WEEK;
  return new Date(now.getTime() - back * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Queues the report on the last full week, once, if the installation ran in it. Any day of the following week will
 * do, so a Monday missed costs nothing.
 */
export async function queueOperatorReport(
  deps: OperatorReportDeps,
  feeds: readonly FeedHealth[],
): Promise<boolean> {
  const week = lastSunday(deps.clock.now());
  const { checks = 0, overlapsLost = 0 } = await deps.watch.sums(week, WEEK);
  if (checks === 0) return false;
  const { mails = 0, bounces = 0, complaints = 0 } = await deps.mail.sums(week, WEEK);
  const dead = feeds.filter((feed) => isDead(feed, deps.clock.now()));
  const losing = feeds.filter((feed) => feed.overlapsLost > 0);
  const sections = [
    section('dead-feeds', dead.map(deadLine)),
    section('lost-overlaps', overlapsLost > 0 ? losing.map(losingLine) : []),
    section('bounces', [`${bounces} bounces, ${complaints} complaints of ${mails} mails`]),
    section('in-doubt', await troubles(deps, 'IN_DOUBT')),
    section('failed', await troubles(deps, 'FAILED')),
  ].filter(({ lines }) => lines.length > 0);
  return deps.outbox.requestMail({
    key: week,
    personId: OPERATOR,
    kind: 'operator-report',
    data: { week, sections },
  });
}

const section = (about: ReportSection, lines: readonly string[]): Section => ({
  about,
  lines: lines.slice(0, MOST_LINES),
  more: Math.max(0, lines.length - MOST_LINES),
});

function isDead({ condition, lastSuccess }: FeedHealth, now: Date): boolean {
  const limit = new Date(now.getTime() - DEAD_DAYS * DAY_MS).toISOString();
  return condition === 'gone' || (condition === 'failing' && (lastSuccess ?? '') < limit);
}

const deadLine = ({ title, url, failure, lastSuccess, advice }: FeedHealth): string =>
  [
    `${title} (${url}): ${failure ?? 'gone'}`,
    lastSuccess ? `last read ${lastSuccess.slice(0, 10)}` : 'never read',
    advice,
  ]
    .filter(Boolean)
    .join('; ');

const losingLine = ({ title, url, overlapsLost, intervalMinutes }: FeedHealth): string =>
  `${title} (${url}): ${overlapsLost} polls in all in which items may have been missed, now every ${intervalMinutes} min`;

/** Mails that came into this state in the last week, named by what they are, never by an address. */
async function troubles(
  { dispatch, clock }: OperatorReportDeps,
  state: 'IN_DOUBT' | 'FAILED',
): Promise<string[]> {
  const since = new Date(clock.now().getTime() - WEEK * DAY_MS).toISOString();
  const lines: string[] = [];
  for await (const item of dispatch.trouble(state)) {
    const at = String(item['listSort']);
    if (at < since) break;
    const kind = String(item['notice'] ?? item['kind']);
    lines.push(`${at.slice(0, 16)}Z ${kind}: ${String(item['reason'] ?? '')}`);
  }
  return lines;
}
