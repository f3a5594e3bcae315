import { termKey } from './canonical';
import { Facts } from './facts';
import { matchFacts } from './match';
import type { Node, Query, QueryDocument, QueryMatch, Term } from './query';
import { stem } from './stem';

/** Conditions a conjunction keeps in the table; queries with more are verified after. */
const WIDTH = 4;
/** A query that spreads into more conjunctions than this is filed under its own root only. */
const MOST_CONJUNCTIONS = 32;
const NONE = -1;

/** How common a condition is, most telling first: a query is filed under its most telling one. */
const COMMONNESS: Readonly<Record<Term['type'], number>> = {
  phrase: 0, near: 0, word: 1, facility: 2, source: 2, from: 3, host: 4, theme: 5, concept: 6, country: 7, status: 8, kind: 9, lang: 10,
}; // prettier-ignore

interface Condition {
  readonly key: string;
  readonly commonness: number;
}

/** Conditions that must hold for a term; phrases and neighbours need their words, and are verified after. */
function conditions(term: Term): Condition[] {
  const commonness = COMMONNESS[term.type];
  if (term.type === 'phrase')
    return term.words.map((word) => ({ key: `word:${stem(word)}`, commonness: COMMONNESS.word }));
  if (term.type === 'near') return [...conditions(term.left), ...conditions(term.right)];
  return [{ key: termKey(term), commonness }];
}

/** The conjunctions of which a node is the disjunction; negations are left to verification. */
function conjunctions(node: Node): Condition[][] {
  switch (node.op) {
    case 'term':
      return [conditions(node.term)];
    case 'not':
      return [[]];
    case 'or':
      return node.nodes.flatMap(conjunctions);
    default:
      return node.nodes.reduce<Condition[][]>(
        (all, part) =>
          all
            .flatMap((left) => conjunctions(part).map((right) => [...left, ...right]))
            .slice(0, MOST_CONJUNCTIONS + 1),
        [[]],
      );
  }
}

const simple = (node: Node): boolean =>
  node.op === 'term'
    ? node.term.type !== 'phrase' && node.term.type !== 'near'
    : node.op !== 'not' && node.nodes.every(simple);

/**
 * Many standing queries, matched against a story at once. Each query is filed under its most telling condition, rows
 * sorted by it in one typed array; a story looks up only the conditions it meets and checks up to three more a row.
 */
export class QueryIndex {
  private readonly numbers = new Map<string, number>();
  /** Rows of WIDTH + 1 numbers: conditions, then the query's place in `queries`. */
  private readonly rows: Int32Array;
  /** Where the rows of each first condition begin; one more entry ends the last. */
  private readonly starts: Int32Array;
  private readonly exact: Uint8Array;
  private readonly always: readonly number[];

  constructor(private readonly queries: readonly Query[]) {
    const rows: number[][] = [];
    const always: number[] = [];
    this.exact = new Uint8Array(queries.length);
    queries.forEach((query, at) => {
      const parts = conjunctions(query.root);
      if (parts.length > MOST_CONJUNCTIONS || parts.some((part) => !part.length)) return void always.push(at);
      let complete = simple(query.root);
      for (const part of parts) {
        const telling = [...new Map(part.map((condition) => [condition.key, condition])).values()].sort(
          (a, b) => a.commonness - b.commonness || (a.key < b.key ? -1 : 1),
        );
        if (telling.length > WIDTH) complete = false;
        const row = telling.slice(0, WIDTH).map(({ key }) => this.number(key));
        while (row.length < WIDTH) row.push(NONE);
        rows.push([...row, at]);
      }
      this.exact[at] = complete ? 1 : 0;
    });
    this.always = always;
    rows.sort((a, b) => a[0]! - b[0]!);
    this.rows = Int32Array.from(rows.flat());
    this.starts = new Int32Array(this.numbers.size + 1);
    for (const row of rows) this.starts[row[0]! + 1]!++;
    for (let i = 1; i < this.starts.length; i++) this.starts[i]! += this.starts[i - 1]!;
  }

  /** Number of queries. */
  get size(): number {
    return this.queries.length;
  }

  match(document: QueryDocument): QueryMatch[] {
    const facts = new Facts(document);
    return this.candidates(facts).flatMap((at) => {
      const match = matchFacts(this.queries[at]!, facts);
      return match ? [match] : [];
    });
  }

  /** Queries that fire, by their place in the list, without the reasons. */
  matching(document: QueryDocument): number[] {
    const facts = new Facts(document);
    return this.candidates(facts).filter(
      (at) => this.exact[at] === 1 || matchFacts(this.queries[at]!, facts) !== null,
    );
  }

  private candidates(facts: Facts): number[] {
    const met = new Uint8Array(this.numbers.size);
    const present: number[] = [];
    for (const key of facts.keys()) {
      const number = this.numbers.get(key);
      if (number === undefined || met[number]) continue;
      met[number] = 1;
      present.push(number);
    }
    const found = new Set(this.always);
    const { rows, starts } = this;
    const step = WIDTH + 1;
    for (const number of present)
      for (let at = starts[number]! * step, end = starts[number + 1]! * step; at < end; at += step) {
        let holds = true;
        for (let i = 1; i < WIDTH && holds; i++) {
          const condition = rows[at + i]!;
          holds = condition === NONE || met[condition] === 1;
        }
        if (holds) found.add(rows[at + WIDTH]!);
      }
    return [...found].sort((a, b) => a - b);
  }

  private number(key: string): number {
    let number = this.numbers.get(key);
    if (number === undefined) this.numbers.set(key, (number = this.numbers.size));
    return number;
  }
}
