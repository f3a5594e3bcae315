import type { Why } from './why';

/** An event (or an update of it) found by one query, to be told to all who hold that query. */
export interface FanOutJob {
  readonly eventId: string;
  readonly update: number;
  readonly queryHash: string;
  readonly why: Why;
  /** True when the query had its mails of the hour: goes to digests, also for those who want mail at once. */
  readonly overflow: boolean;
  /** ISO instant; later than queueing for updates within the cool-down of their event. */
  readonly dueAt: string;
  /** The last subscription told; null at the start. */
  readonly cursor: string | null;
  /** Runs begun since the last page that was told to its end. */
  readonly attempt?: number;
}

/** Work is spread over this many partitions of the due index. */
export const FAN_OUT_SHARDS = 4;
