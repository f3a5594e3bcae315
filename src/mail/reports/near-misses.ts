import type { Language } from '../../meaning/reading';
import type { Query } from '../../meaning/query/query';
import type { Story } from '../../stories/story';
import type { QueryEngine } from '../../subscriptions/query-engine';

/** A story that met all of a query but one part. */
export interface NearMiss {
  readonly title: string;
  readonly link: string;
  readonly outlet: string;
  readonly lang: string;
  /** The part that was not met, in words. */
  readonly missing: string;
}

const MOST = 3;

/** The latest stories that lacked only one part of the query; none for a query of one part. `stories`: newest first. */
export function nearMisses(
  queries: QueryEngine,
  query: Query,
  stories: readonly Story[],
  lang: Language & ('es' | 'en' | 'pt'),
): NearMiss[] {
  const { root } = query;
  if (root.op !== 'and') return [];
  const parts = root.nodes.map((node) => ({ ...query, root: node }));
  const found: NearMiss[] = [];
  for (const story of stories) {
    const document = { text: story, reading: story.reading, source: story.source };
    const lacking = parts.filter((part) => queries.matchQuery(part, document) === null);
    if (lacking.length !== 1) continue;
    const { title, link, outlet } = story;
    const missing = queries.describeQuery(lacking[0]!, lang);
    found.push({ title, link, outlet, lang: story.reading.lang, missing });
    if (found.length === MOST) break;
  }
  return found;
}
