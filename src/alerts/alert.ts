import type { ClusteredEvent } from '../events/cluster';
import { type EventShelf, placeStory } from '../events/place';
import { sketch } from '../events/sketch';
import type { Log } from '../log';
import type { FindingStore } from '../store/findings';
import type { Lease } from '../store/lease';
import type { PendingStory, StoryStore } from '../store/stories';
import type { Story } from '../stories/story';
import { whyMatched } from './explain-match';
import { FAN_OUT_SHARDS } from './fan-out-job';
import { fanOut, type FanOutDeps } from './fan-out';
import type { CompiledQueries, Matcher } from './matcher';
import { queueAlerts, type QueueDeps } from './queue-alerts';

export interface AlertDeps {
  readonly stories: StoryStore;
  readonly events: EventShelf;
  readonly findings: FindingStore;
  readonly matcher: Matcher;
  /** Held while stories are placed: one run at a time decides what is one event. */
  readonly placing: Lease;
  readonly queue: QueueDeps;
  readonly fanOut: FanOutDeps;
  readonly log: Log;
  /** Told of each story as it is placed, for progress. */
  readonly onPlaced?: (story: Story, event: ClusteredEvent | null, matched: number) => void;
}

export interface AlertSummary {
  placed: number;
  newEvents: number;
  failed: number;
  /** Findings queued: a query and an event (or update of it). */
  queued: number;
  /** Readers gone through. */
  told: number;
  /** True when another run was placing stories already. */
  busy: boolean;
}

/** Drains pending stories into events, finds the queries they answer, and tells the readers of those queries. */
export async function alertPending(deps: AlertDeps): Promise<AlertSummary> {
  const summary: AlertSummary = { placed: 0, newEvents: 0, failed: 0, queued: 0, told: 0, busy: false };
  if (await deps.placing.hold()) {
    try {
      await placeAll(deps, summary);
    } finally {
      await deps.placing.release();
    }
  } else summary.busy = true;
  for (let shard = 0; shard < FAN_OUT_SHARDS; shard++)
    summary.told += (await fanOut(deps.fanOut, shard)).told;
  return summary;
}

async function placeAll(deps: AlertDeps, summary: AlertSummary): Promise<void> {
  const queries = await deps.matcher.queries();
  const { clock, until } = deps.fanOut;
  let renewed = clock.now().getTime();
  for await (const pending of deps.stories.pending(clock.now())) {
    if (clock.now() >= until) return;
    if (clock.now().getTime() - renewed > 10_000) {
      if (!(await deps.placing.hold())) return;
      renewed = clock.now().getTime();
    }
    await placeOne(deps, queries, pending, summary);
  }
}

async function placeOne(
  deps: AlertDeps,
  queries: CompiledQueries,
  { story, attempts }: PendingStory,
  summary: AlertSummary,
): Promise<void> {
  try {
    const placement = await placeStory(deps.events, sketch(story));
    let matched = 0;
    if (placement) {
      matched = await find(deps, queries, story, placement.event);
      summary.queued += await queueFindings(deps, placement.event);
      if (placement.outcome === 'new') summary.newEvents++;
    }
    await deps.stories.done(story.id, placement?.event.id ?? null);
    summary.placed++;
    deps.onPlaced?.(story, placement?.event ?? null, matched);
  } catch (error) {
    summary.failed++;
    const reason = (error as Error).message;
    deps.log.error('story-not-placed', { storyId: story.id, attempts: attempts + 1, reason });
    await deps.stories.failed(story.id, attempts, reason, deps.fanOut.clock.now());
  }
}

/** Notes which queries the story answers. */
async function find(
  deps: AlertDeps,
  queries: CompiledQueries,
  story: Story,
  event: ClusteredEvent,
): Promise<number> {
  const matches = queries.match({ text: story, reading: story.reading, source: story.source });
  const known = matches.length ? await deps.findings.of(event.id) : new Map();
  for (const match of matches)
    if (!known.has(match.hash))
      await deps.findings.add(event.id, match.hash, whyMatched(story, match), deps.fanOut.clock.now());
  return matches.length;
}

/** Queues the event in its present state for every query that ever found it; what is queued already stays as it is. */
async function queueFindings(deps: AlertDeps, event: ClusteredEvent): Promise<number> {
  const found = await deps.findings.of(event.id);
  return queueAlerts(
    deps.queue,
    event,
    [...found].map(([queryHash, why]) => ({ queryHash, why })),
  );
}
