import { termKey } from './canonical';
import type { Node, Query, Term } from './query';
import { stem } from './stem';

/** Conditions of which all must be met, most telling first, as keys of `Facts`. */
export interface Conjunction {
  readonly keys: readonly string[];
}

/** A query in the form in which it is filed: any of these conjunctions may make it fire. */
export interface FiledQuery {
  readonly hash: string;
  readonly source: string;
  /** Empty when the query cannot be filed and must always be tried. */
  readonly conjunctions: readonly Conjunction[];
  /** True when a met conjunction is all there is to the query; else it must be tried. */
  readonly exact: boolean;
}

/** Conditions filed of a conjunction; queries with more are tried after. */
export const WIDTH = 4;
const MOST_CONJUNCTIONS = 32;

/** How common a condition is, most telling first: a query is filed under its most telling one. */
const COMMONNESS: Readonly<Record<Term['type'], number>> = {
  phrase: 0, near: 0, word: 1, facility: 2, source: 2, from: 3, host: 4, theme: 5, concept: 6, country: 7, status: 8, kind: 9, lang: 10,
}; // prettier-ignore

type Condition = readonly [key: string, commonness: number];

/** Conditions that must hold for a term; phrases and neighbours need their words. */
function conditions(term: Term): Condition[] {
  if (term.type === 'phrase')
    return term.words.map((word) => [`word:${stem(word)}`, COMMONNESS.word] as const);
  if (term.type === 'near') return [...conditions(term.left), ...conditions(term.right)];
  return [[termKey(term), COMMONNESS[term.type]]];
}

/** The conjunctions of which a node is the disjunction; negations are left out. */
function spread(node: Node): Condition[][] {
  if (node.op === 'term') return [conditions(node.term)];
  if (node.op === 'not') return [[]];
  if (node.op === 'or') return node.nodes.flatMap(spread);
  return node.nodes.reduce<Condition[][]>(
    (all, part) =>
      all.flatMap((left) => spread(part).map((right) => [...left, ...right])).slice(0, MOST_CONJUNCTIONS + 1),
    [[]],
  );
}

const plain = (node: Node): boolean => {
  if (node.op === 'term') return node.term.type !== 'phrase' && node.term.type !== 'near';
  return node.op !== 'not' && node.nodes.every(plain);
};

export function fileQuery({ hash, source, root }: Query): FiledQuery {
  const parts = spread(root).map((part) =>
    [...new Map(part)].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key),
  );
  if (parts.length > MOST_CONJUNCTIONS || parts.some((part) => !part.length))
    return { hash, source, conjunctions: [], exact: false };
  return {
    hash,
    source,
    conjunctions: parts.map((keys) => ({ keys: keys.slice(0, WIDTH) })),
    exact: plain(root) && parts.every((part) => part.length <= WIDTH),
  };
}
