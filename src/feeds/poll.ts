import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { FeedStore } from '../store/feeds';
import { DomainLimits } from './domain-limits';
import type { HttpGet } from './http/client';
import { isNetworkFailure, isOurOutage } from './outage';
import type { IngestEntries } from './hand-on';
import { type Polled, pollFeed, type PollFeedDeps } from './poll-feed';
import { feedOutcome, type FeedOutcome, type PollSummary, summarise } from './poll-summary';
import { Politeness } from './politeness';
import { nextState } from './schedule';
import { domainOf, type FeedState } from './state';

/** The `feeds` part of the settings is one. */
export interface PollSettings {
  /** Minutes between two polls of a feed. */
  readonly fastest: number;
  readonly slowest: number;
  /** At the first reading of a feed, older entries are not news. */
  readonly firstReadDays: number;
  /** Domains asked at the same time. */
  readonly domainsAtOnce?: number;
}

export interface PollDeps {
  readonly feeds: FeedStore;
  readonly http: HttpGet;
  readonly clock: Clock;
  readonly log: Log;
  /** In [0, 1). */
  readonly random: () => number;
  readonly settings: PollSettings;
  readonly ingest: IngestEntries;
  /** Shared with whatever else asks the same hosts, such as the reader of articles. */
  readonly politeness?: Politeness;
  /** Called after every feed. */
  readonly progress?: (outcome: FeedOutcome) => void;
  /** When the run must be over. */
  readonly deadline?: Date;
}

/** Time kept free before the deadline: one exchange and what follows from it. */
const lastStartMs = 30_000;
const lastLotMs = 10_000;
const perDomain = 2;

/** Polls the feeds of a shard that are due. Two runs at once are safe: the second one finds the shard busy. */
export async function pollShard(deps: PollDeps, shard: number): Promise<PollSummary> {
  const started = deps.clock.now();
  const idle = { shard, busy: false, due: 0, ownOutage: false, barrenRuns: 0, ms: 0 };
  // A shard at rest costs no write, not even the lease's.
  if (!(await deps.feeds.hasDue(shard, started))) return summarise([], idle);
  const lease = deps.feeds.lease(shard, randomUUID(), deps.clock);
  if (!(await lease.hold())) return summarise([], { ...idle, busy: true });
  try {
    return await new PollRun(deps, shard, started, () => lease.hold()).drain();
  } finally {
    await lease.release();
  }
}

class PollRun {
  private readonly outcomes: FeedOutcome[] = [];
  /** Whether anything of a domain answered. */
  private readonly domains = new Map<string, { reached: boolean }>();
  /** Failures that count only if they are not our own outage. */
  private readonly doubtful: { feed: FeedState; polled: Polled }[] = [];
  private readonly politeness: Politeness;
  private readonly began = performance.now();
  private renewed: number;

  constructor(
    private readonly deps: PollDeps,
    private readonly shard: number,
    private readonly started: Date,
    private readonly renew: () => Promise<boolean>,
  ) {
    this.politeness = deps.politeness ?? new Politeness({ clock: deps.clock });
    this.renewed = started.getTime();
  }

  async drain(): Promise<PollSummary> {
    const { feeds, clock, settings } = this.deps;
    const before = await feeds.shardState(this.shard);
    const limits = new DomainLimits(before.limits);
    const queues = new Map<string, FeedState[]>();
    let due = 0;
    for await (const feed of feeds.due(this.shard, this.started)) {
      due++;
      const domain = domainOf(feed.address);
      if (!limits.heldUntil(domain, this.started)) queues.set(domain, [...(queues.get(domain) ?? []), feed]);
    }
    const waiting = [...queues];
    await together(settings.domainsAtOnce ?? 24, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await this.drainDomain(...next, limits);
    });
    const ownOutage = isOurOutage(this.domains);
    if (!ownOutage) for (const { feed, polled } of this.doubtful) await this.save(feed, polled);
    const answered = [...this.domains.values()].some(({ reached }) => reached);
    const barrenRuns = this.domains.size === 0 ? before.barrenRuns : answered ? 0 : before.barrenRuns + 1;
    if (limits.changed || barrenRuns !== before.barrenRuns)
      await feeds.saveShardState(this.shard, { limits: limits.toJSON(clock.now()), barrenRuns });
    const ms = Math.round(performance.now() - this.began);
    const summary = summarise(this.outcomes, {
      shard: this.shard,
      busy: false,
      due,
      ownOutage,
      barrenRuns,
      ms,
    });
    this.deps.log.info('poll-done', { ...summary });
    return summary;
  }

  private async drainDomain(domain: string, queue: FeedState[], limits: DomainLimits): Promise<void> {
    await together(perDomain, async () => {
      for (let feed = queue.shift(); feed; feed = queue.shift()) {
        if (this.isWithin(lastStartMs) || limits.heldUntil(domain, this.deps.clock.now())) return;
        if (!(await this.stillOurs())) return;
        await this.poll(feed, domain, limits);
      }
    });
  }

  /** One feed's trouble, ours with it included, stays its own. */
  private async poll(feed: FeedState, domain: string, limits: DomainLimits): Promise<void> {
    const { log, settings } = this.deps;
    const deps: PollFeedDeps = {
      ...this.deps,
      politeness: this.politeness,
      limits,
      firstReadDays: settings.firstReadDays,
      outOfTime: () => this.isWithin(lastLotMs),
    };
    const began = performance.now();
    let polled: Polled | null;
    try {
      polled = await pollFeed(feed, deps);
    } catch (error) {
      const reason = `${(error as Error).name}: ${(error as Error).message}`;
      log.error('poll-broke', { feedId: feed.id, url: feed.address, reason });
      const outcome = { kind: 'failed', failure: 'internal', reason, retryAt: null } as const;
      polled = { outcome, status: null, bytes: 0, newEntries: 0, kept: 0 };
    }
    if (!polled) return;
    const outcome = feedOutcome(feed, polled, Math.round(performance.now() - began));
    this.outcomes.push(outcome);
    const doubtful = isNetworkFailure(polled.outcome);
    this.domains.set(domain, { reached: !doubtful || (this.domains.get(domain)?.reached ?? false) });
    if (doubtful) this.doubtful.push({ feed, polled });
    else await this.save(feed, polled);
    this.deps.progress?.(outcome);
  }

  private async save(feed: FeedState, { outcome }: Polled): Promise<void> {
    const { feeds, clock, log, random, settings } = this.deps;
    const next = nextState(feed, outcome, { now: clock.now(), settings, random });
    if (next.address !== feed.address)
      log.info('feed-moved', { feedId: feed.id, from: feed.address, to: next.address });
    if (next.paused !== null && feed.paused === null)
      log.warn('feed-gone', { feedId: feed.id, url: feed.url });
    try {
      if (!(await feeds.save(next)))
        log.warn('feed-save-refused', { feedId: feed.id, version: feed.version });
    } catch (error) {
      log.error('feed-save-failed', { feedId: feed.id, reason: (error as Error).message });
    }
  }

  private isWithin(ms: number): boolean {
    const { deadline, clock } = this.deps;
    return deadline !== undefined && clock.now().getTime() > deadline.getTime() - ms;
  }

  /** Extends the lease once a minute; false when another run took the shard over. */
  private async stillOurs(): Promise<boolean> {
    const now = this.deps.clock.now().getTime();
    if (now - this.renewed < 60_000) return true;
    this.renewed = now;
    try {
      return await this.renew();
    } catch (error) {
      this.deps.log.error('poll-lease-lost', { shard: this.shard, reason: (error as Error).message });
      return false;
    }
  }
}

const together = async (lanes: number, lane: () => Promise<void>): Promise<void> =>
  void (await Promise.all(Array.from({ length: lanes }, lane)));
