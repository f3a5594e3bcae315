import type { Kind, Visit, VisitStatus } from '../meaning/reading';

/** One happening in the world, whatever the number of outlets and languages that report it. */
export interface NewsEvent {
  /** Stable: hash of the first story's keys. A late merge leaves an alias from the losing id. */
  readonly id: string;
  readonly kinds: readonly Kind[];
  /** Headline for people: the title of the best story in each language seen. */
  readonly titles: Readonly<Record<string, string>>;
  readonly countries: readonly string[];
  readonly visit: EventVisit | null;
  readonly timeline: readonly TimelineEntry[];
  readonly stories: readonly EventStory[];
  /** ISO instants: first and last story published. */
  readonly first: string;
  readonly last: string;
  /** Counts material changes after the first (status moved on, visit date changed): 0 for a fresh event. */
  readonly update: number;
  /** Optimistic lock. */
  readonly version: number;
}

/** Slots fused over the event's stories; near-copies vote once. */
export type EventVisit = Omit<Visit, 'evidence'>;

export interface TimelineEntry {
  readonly status: VisitStatus;
  /** ISO instant of the story that first said so. */
  readonly at: string;
  readonly storyId: string;
}

/** What an event keeps of each story, enough to cluster, fuse, list and mail without reading the stories again. */
export interface EventStory {
  readonly id: string;
  readonly link: string;
  readonly outlet: string;
  readonly source: string;
  readonly lang: string;
  readonly title: string;
  readonly published: string;
  readonly seen: string;
  /** Id of the story of which this is a near-copy (wire text), or null. */
  readonly copyOf: string | null;
}
