import { createHash } from 'node:crypto';
import type { Query, Term } from '../../src/meaning/query/query';
import type { QueryEngine } from '../../src/subscriptions/query-engine';

class Unreadable extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/** A query language of plain words, all of which must occur: enough for pages that echo, preview and store queries. */
export const wordsEngine: QueryEngine = {
  parseQuery(source): Query {
    const quotes = [...source.matchAll(/"/g)];
    if (quotes.length % 2) throw new Unreadable('unclosed quote', quotes.at(-1)!.index);
    const words = source.toLowerCase().split(/\s+/).filter(Boolean).sort();
    const canonical = words.join(' & ');
    const terms = words.map((stem): Term => ({ type: 'word', stem, text: stem }));
    return {
      source,
      root: { op: 'and', nodes: terms.map((term) => ({ op: 'term', term })) },
      canonical,
      hash: createHash('sha256').update(canonical).digest('hex').slice(0, 32),
      unknownWords: words.filter((word) => word.startsWith('zz')),
    };
  },
  describeQuery: (query, lang) => `${lang}: ${query.canonical}`,
  matchQuery(query, { text }) {
    const words = query.canonical.split(' & ');
    const all = `${text.title} ${text.summary} ${text.body}`.toLowerCase();
    return words.every((word) => all.includes(word)) ? { hash: query.hash, terms: [] } : null;
  },
};
