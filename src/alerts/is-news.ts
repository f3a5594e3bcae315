import type { NewsEvent } from '../events/event';

/**
 * False for old stories sold as new: the story that brings the event (or its update) was published more than `hours`
 * before a feed first showed it to us.
 */
export function isNews(event: NewsEvent, hours: number): boolean {
  const newest = event.stories.reduce((a, b) => (b.published > a.published ? b : a));
  return Date.parse(newest.seen) - Date.parse(newest.published) <= hours * 3_600_000;
}
