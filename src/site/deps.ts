import type { NewsEvent } from '../events/event';
import type { Story } from '../stories/story';
import type { Desk } from '../subscriptions/desk';

export interface LedgerFilter {
  /** ISO 3166-1 alpha-2. */
  readonly host?: string;
  /** A party (see `Party`). */
  readonly visitor?: string;
  /** `YYYY`. */
  readonly year?: string;
}

/** Events as pages read them. */
export interface EventReader {
  /** Latest first; `before` is the instant of the last story of an event. */
  recent(limit: number, before?: string): Promise<readonly NewsEvent[]>;
  /** Follows aliases of merged events. */
  get(id: string): Promise<NewsEvent | null>;
  /** Visits, latest first. */
  ledger(filter: LedgerFilter): AsyncIterable<NewsEvent>;
}

/** Stories as pages read them: for the reasons of an event, for previews and for private feeds. */
export interface StoryReader {
  get(id: string): Promise<Story | null>;
  /** Oldest first. Stories that belong to an event carry its id. */
  published(since: Date, until: Date): AsyncIterable<Story & { readonly eventId?: string }>;
}

/** How a feed is doing, for the operator. Times are ISO instants. */
export interface FeedHealth {
  readonly title: string;
  readonly url: string;
  readonly country: string | null;
  readonly lastSuccess: string | null;
  readonly lastNews: string | null;
  /** What went wrong at the last try, in words; null when it went well. */
  readonly failure: string | null;
  readonly failures: number;
  readonly intervalMinutes: number;
  /** Share of polls answered "not modified", 0-1. */
  readonly unchanged: number;
  /** Times that more items appeared than the feed holds, so that some were never seen. */
  readonly overlapsLost: number;
  readonly charsetGuessed: boolean;
}

export interface FeedHealthReader {
  health(): AsyncIterable<FeedHealth>;
}

export interface SiteSettings {
  readonly name: string;
  /** Public address without a trailing slash; empty while none is set, then links are relative. */
  readonly url: string;
  /** Address for questions, shown on the privacy page. */
  readonly contact: string;
  /** Address that alerts come from, so that people can look for it. */
  readonly sender: string;
  /** sha-256 (hex) of the operator's token; null switches the operator page off. */
  readonly operatorTokenHash: string | null;
}

export interface SiteDeps extends Desk {
  readonly settings: SiteSettings;
  readonly events: EventReader;
  readonly stories: StoryReader;
  readonly feeds: FeedHealthReader;
}
