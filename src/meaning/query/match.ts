import { tokenSpan } from '../analysed';
import type { AnalysedSentence } from '../analysed';
import type { Span } from '../reading';
import { termKey } from './canonical';
import { Facts } from './facts';
import type { NearSide, Node, Query, QueryDocument, QueryMatch, Term } from './query';
import { stem } from './stem';

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Places of a phrase, word or concept in one sentence, as token ranges. */
function placesOf(side: NearSide, sentence: AnalysedSentence): Place[] {
  const { tokens, hits } = sentence;
  if (side.type === 'concept') return hits.filter((hit) => hit.id === side.id);
  if (side.type === 'word')
    return tokens.flatMap((token, from) => (stem(token.text) === side.stem ? [{ from, to: from + 1 }] : []));
  const [first, ...rest] = side.words;
  return tokens.flatMap((token, from) =>
    token.folded === first && rest.every((word, i) => tokens[from + 1 + i]?.folded === word)
      ? [{ from, to: from + side.words.length }]
      : [],
  );
}

function phraseSpans(term: Extract<Term, { type: 'phrase' }>, facts: Facts): Span[] | null {
  const spans = facts.sentences.flatMap((sentence) =>
    placesOf(term, sentence).map(({ from, to }) => tokenSpan(sentence, from, to)),
  );
  return spans.length ? spans : null;
}

function nearSpans(term: Extract<Term, { type: 'near' }>, facts: Facts): Span[] | null {
  for (const sentence of facts.sentences)
    for (const left of placesOf(term.left, sentence))
      for (const right of placesOf(term.right, sentence)) {
        const gap = left.from < right.from ? right.from - left.to : left.from - right.to;
        if (gap >= 0 && gap <= term.distance)
          return [tokenSpan(sentence, left.from, left.to), tokenSpan(sentence, right.from, right.to)];
      }
  return null;
}

function termSpans(term: Term, facts: Facts): readonly Span[] | null {
  if (term.type === 'phrase') return phraseSpans(term, facts);
  if (term.type === 'near') return nearSpans(term, facts);
  return facts.spans(termKey(term));
}

type Found = QueryMatch['terms'];

/** The satisfied terms of a node, or null when it does not hold. */
function evaluate(node: Node, facts: Facts): Found | null {
  switch (node.op) {
    case 'term': {
      const spans = termSpans(node.term, facts);
      return spans && [{ term: node.term, spans }];
    }
    case 'not':
      return evaluate(node.node, facts) ? null : [];
    case 'or': {
      for (const part of node.nodes) {
        const found = evaluate(part, facts);
        if (found) return found;
      }
      return null;
    }
    default: {
      const all: Found[number][] = [];
      for (const part of node.nodes) {
        const found = evaluate(part, facts);
        if (!found) return null;
        all.push(...found);
      }
      return all;
    }
  }
}

export function matchFacts(query: Query, facts: Facts): QueryMatch | null {
  const terms = evaluate(query.root, facts);
  return terms && { hash: query.hash, terms };
}

/** Says whether a story answers a query, and where. Null when it does not. */
export const matchQuery = (query: Query, document: QueryDocument): QueryMatch | null =>
  matchFacts(query, new Facts(document));
