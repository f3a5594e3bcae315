import { type FiledQuery, fileQuery, WIDTH } from './conjunctions';
import { Facts } from './facts';
import { matchFacts } from './match';
import { parseQuery } from './parse';
import type { Query, QueryDocument, QueryMatch } from './query';

const NONE = -1;
/** Numbers of one row: its conditions, then the query's place. */
const STEP = WIDTH + 1;
const HASH = 32;

interface Tables {
  /** Names of the conditions, by number. */
  readonly keys: readonly string[];
  /** Rows of STEP numbers, sorted by first condition. */
  readonly rows: Int32Array;
  /** Row at which each first condition begins; one more entry ends the last. */
  readonly starts: Int32Array;
  /** 1 where a met conjunction needs no trial. */
  readonly exact: Uint8Array;
  /** Places of queries that no condition is filed for. */
  readonly always: Int32Array;
  /** Hashes of all queries in one string, HASH characters each. */
  readonly hashes: string;
  /** Sources of all queries, one a line. */
  readonly sources: string;
}

/** Files queries under their most telling conditions. */
function tablesOf(queries: readonly FiledQuery[]): Tables {
  const numbers = new Map<string, number>();
  const number = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const rows = queries.flatMap(({ conjunctions }, at) =>
    conjunctions.map(({ keys }) => {
      const row = new Int32Array(STEP).fill(NONE);
      keys.forEach((key, i) => (row[i] = number(key)));
      row[WIDTH] = at;
      return row;
    }),
  );
  rows.sort((a, b) => a[0]! - b[0]!);
  const starts = new Int32Array(numbers.size + 1);
  for (const row of rows) starts[row[0]! + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const table = new Int32Array(rows.length * STEP);
  rows.forEach((row, i) => table.set(row, i * STEP));
  return {
    keys: [...numbers.keys()],
    rows: table,
    starts,
    exact: Uint8Array.from(queries, ({ exact }) => Number(exact)),
    always: Int32Array.from(queries.flatMap(({ conjunctions }, at) => (conjunctions.length ? [] : [at]))),
    hashes: queries.map(({ hash }) => hash).join(''),
    sources: queries.map(({ source }) => source.replaceAll('\n', ' ')).join('\n'),
  };
}

/**
 * Many standing queries, matched against a story at once. A story looks up only the conditions it meets, and checks
 * up to three more in each row filed there. Built once and kept as bytes, the whole set loads without parsing a query.
 */
export class QueryIndex {
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly parsed = new Map<number, Query>();
  /** Only queries that must be tried are parsed, so the sources are cut apart when the first one is. */
  private sources: readonly string[] | undefined;

  private constructor(private readonly tables: Tables) {
    this.numbers = new Map(tables.keys.map((key, number) => [key, number]));
  }

  static of(queries: readonly Query[]): QueryIndex {
    return new QueryIndex(tablesOf(queries.map(fileQuery)));
  }

  /** The index of `toBytes`. */
  static load(bytes: Uint8Array): QueryIndex {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    const section = () => {
      const length = view.getUint32(at, true);
      const start = bytes.byteOffset + at + 4;
      at += 4 + length;
      return bytes.buffer.slice(start, start + length);
    };
    const numbers = () => new Int32Array(section());
    const text = () => Buffer.from(section()).toString('utf8');
    const lines = () => {
      const joined = text();
      return joined ? joined.split('\n') : [];
    };
    const [keys, rows, starts] = [lines(), numbers(), numbers()];
    const exact = new Uint8Array(section());
    const always = numbers();
    const hashes = text();
    return new QueryIndex({ keys, rows, starts, exact, always, hashes, sources: text() });
  }

  toBytes(): Uint8Array {
    const { keys, rows, starts, exact, always, hashes, sources } = this.tables;
    const bytesOf = (numbers: Int32Array) =>
      new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    const sections = [
      Buffer.from(keys.join('\n')),
      bytesOf(rows),
      bytesOf(starts),
      exact,
      bytesOf(always),
      Buffer.from(hashes),
      Buffer.from(sources),
    ];
    return Buffer.concat(
      sections.flatMap((section) => {
        const length = Buffer.alloc(4);
        length.writeUInt32LE(section.byteLength);
        return [length, section];
      }),
    );
  }

  /** Number of queries. */
  get size(): number {
    return this.tables.hashes.length / HASH;
  }

  /** The queries that a story answers, each with the places that satisfy it. */
  match(document: QueryDocument): QueryMatch[] {
    const facts = new Facts(document);
    return this.candidates(facts).flatMap((at) => {
      const match = matchFacts(this.query(at), facts);
      return match ? [match] : [];
    });
  }

  /** Hashes of the queries that fire, without the reasons. */
  firing(facts: Facts): string[] {
    return this.candidates(facts)
      .filter((at) => this.tables.exact[at] === 1 || matchFacts(this.query(at), facts) !== null)
      .map((at) => this.hash(at));
  }

  private hash(at: number): string {
    return this.tables.hashes.slice(at * HASH, (at + 1) * HASH);
  }

  private query(at: number): Query {
    let query = this.parsed.get(at);
    if (!query) {
      this.sources ??= this.tables.sources.split('\n');
      query = { ...parseQuery(this.sources[at]!), hash: this.hash(at) };
      this.parsed.set(at, query);
    }
    return query;
  }

  private candidates(facts: Facts): number[] {
    const { rows, starts, always } = this.tables;
    const met = new Uint8Array(this.numbers.size);
    const present: number[] = [];
    for (const key of facts.keys()) {
      const number = this.numbers.get(key);
      if (number === undefined || met[number]) continue;
      met[number] = 1;
      present.push(number);
    }
    const found = new Set<number>(always);
    for (const number of present)
      for (let at = starts[number]! * STEP, end = starts[number + 1]! * STEP; at < end; at += STEP) {
        let holds = true;
        for (let i = 1; i < WIDTH && holds; i++) {
          const condition = rows[at + i]!;
          holds = condition === NONE || met[condition] === 1;
        }
        if (holds) found.add(rows[at + WIDTH]!);
      }
    return [...found].sort((a, b) => a - b);
  }
}
