/** Where an installation's figures go: two stages in one account have alarms of their own. */
export const metricNamespace = (stage: string): string => `Vigia/${stage}`;

/** Figures that alarms watch: written by the doors' log, read by `lib/constructs/alarms.ts`. None has a dimension. */
export type MetricName =
  /** 1 for a poll run after several in a row in which no feed answered. */
  | 'FeedsOutage'
  /** Polls in which more had appeared than the feed holds, so that items may have been missed. */
  | 'OverlapLost'
  /** Mails of which nobody knows whether SES took them. */
  | 'MailsInDoubt';
