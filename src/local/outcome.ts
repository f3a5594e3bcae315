import type { FeedOutcome, PollSummary } from '../feeds/poll-summary';
import type { NewsEvent } from '../events/event';
import type { Story } from '../stories/story';

/** What a stretch of running came to, gathered from the doors' progress. */
export class Outcome {
  readonly feeds = new Map<string, FeedOutcome>();
  readonly kinds = new Map<string, number>();
  readonly events = new Set<string>();
  polls = { read: 0, unchanged: 0, failed: 0, items: 0 };
  stories = 0;

  feed(outcome: FeedOutcome): void {
    const known = this.feeds.get(outcome.feedId);
    // A later success does not hide that a feed failed: the person wants to know.
    if (!known || known.failure === null || outcome.failure !== null) this.feeds.set(outcome.feedId, outcome);
  }

  polled(summaries: readonly PollSummary[]): void {
    for (const { read, notModified, sameBody, failed, limited, newEntries } of summaries) {
      this.polls.read += read;
      this.polls.unchanged += notModified + sameBody;
      this.polls.failed += failed + limited;
      this.polls.items += newEntries;
    }
  }

  story(story: Story, event: NewsEvent | null): void {
    this.stories++;
    for (const { kind } of story.reading.kinds) this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    if (event) this.events.add(event.id);
  }
}
