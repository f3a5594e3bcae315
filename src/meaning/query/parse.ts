import { canonicalForm, hashOf } from './canonical';
import { fieldTerm } from './fields';
import { interpretWords } from './interpret';
import { type Lexeme, lex } from './lex';
import { type NearSide, type Node, type Query, QueryError, type Term } from './query';
import { phraseTerm } from './phrase-term';

/** Recursive descent over the pieces: OR binds loosest, then AND (written or not), then NOT, then NEAR. */
class Parser {
  private at = 0;
  readonly unknown: string[] = [];

  constructor(
    private readonly lexemes: readonly Lexeme[],
    private readonly source: string,
  ) {}

  parse(): Node {
    const node = this.or();
    const rest = this.lexemes[this.at];
    if (rest)
      throw new QueryError(
        rest.type === 'close' ? 'closing bracket without an opening one' : 'nothing to join here',
        rest.at,
      );
    return node;
  }

  private peek(): Lexeme | undefined {
    return this.lexemes[this.at];
  }

  private take(type: Lexeme['type']): boolean {
    if (this.peek()?.type !== type) return false;
    this.at++;
    return true;
  }

  private or(): Node {
    const nodes = [this.and()];
    while (this.take('or')) nodes.push(this.and());
    return nodes.length === 1 ? nodes[0]! : { op: 'or', nodes };
  }

  private and(): Node {
    const nodes: Node[] = [];
    for (;;) {
      this.take('and');
      const next = this.peek();
      if (!next || next.type === 'or' || next.type === 'close') break;
      nodes.push(...this.unit());
    }
    if (!nodes.length) throw new QueryError('a word is missing', this.peek()?.at ?? this.source.length);
    return nodes.length === 1 ? nodes[0]! : { op: 'and', nodes };
  }

  /** A bracket, a negation, a field, a phrase, or a run of plain words, which are understood together. */
  private unit(): Node[] {
    const lexeme = this.lexemes[this.at]!;
    switch (lexeme.type) {
      case 'open': {
        this.at++;
        const node = this.or();
        if (!this.take('close')) throw new QueryError('unclosed bracket', lexeme.at);
        return [node];
      }
      case 'not': {
        this.at++;
        if (!this.peek()) throw new QueryError('a word is missing after “-”', lexeme.at);
        return [{ op: 'not', node: this.negated() }];
      }
      case 'field':
        this.at++;
        return [term(fieldTerm(lexeme.field, lexeme.text, lexeme.at))];
      case 'near':
        throw new QueryError('NEAR stands between two words or phrases', lexeme.at);
      default:
        return this.near() ?? this.words();
    }
  }

  /** What `-` applies to: the next word, phrase, field or bracket, not the rest of the words. */
  private negated(): Node {
    const next = this.peek()!;
    if (next.type !== 'word') return all(this.unit());
    this.at++;
    return all(this.understood([next]));
  }

  private words(): Node[] {
    const first = this.peek()!;
    if (first.type === 'phrase') {
      this.at++;
      return [term(phraseTerm(first.text))];
    }
    const run: Extract<Lexeme, { text: string }>[] = [];
    for (let next = this.peek(); next?.type === 'word' && !this.nearFollows(); next = this.peek()) {
      run.push(next);
      this.at++;
    }
    return this.understood(run);
  }

  private nearFollows(): boolean {
    return this.lexemes[this.at + 1]?.type === 'near';
  }

  private near(): Node[] | null {
    if (!this.nearFollows()) return null;
    const left = this.side(this.lexemes[this.at]);
    const operator = this.lexemes[this.at + 1] as Extract<Lexeme, { type: 'near' }>;
    const right = this.side(this.lexemes[this.at + 2], operator.at);
    this.at += 3;
    return [
      term({
        type: 'near',
        left,
        right,
        distance: operator.distance,
        text: `${left.text} NEAR/${operator.distance} ${right.text}`,
      }),
    ];
  }

  private side(lexeme: Lexeme | undefined, at = 0): NearSide {
    if (lexeme?.type === 'phrase') return phraseTerm(lexeme.text);
    if (lexeme?.type === 'word') return phraseTerm(lexeme.text);
    throw new QueryError('NEAR stands between two words or phrases', lexeme?.at ?? at);
  }

  private understood(run: readonly Extract<Lexeme, { text: string }>[]): Node[] {
    const { terms, unknown } = interpretWords(run.map((lexeme) => lexeme.text).join(' '));
    this.unknown.push(...unknown);
    if (!terms.length) throw new QueryError('only common words; add what to look for', run[0]!.at);
    return terms.map(term);
  }
}

const term = (value: Term): Node => ({ op: 'term', term: value });
const all = (nodes: readonly Node[]): Node => (nodes.length === 1 ? nodes[0]! : { op: 'and', nodes });

/** True when something must be there for the query to fire. */
const asksForSomething = (node: Node): boolean =>
  node.op === 'term' ||
  (node.op === 'and' && node.nodes.some(asksForSomething)) ||
  (node.op === 'or' && node.nodes.every(asksForSomething));

/** Reads a standing query as a subscriber types it. Throws {@link QueryError}, which says what is wrong and where. */
export function parseQuery(source: string): Query {
  const lexemes = lex(source);
  if (!lexemes.length) throw new QueryError('the query is empty', 0);
  const parser = new Parser(lexemes, source);
  const root = parser.parse();
  if (!asksForSomething(root)) throw new QueryError('the query only excludes; add what to look for', 0);
  const canonical = canonicalForm(root);
  return { source, root, canonical, hash: hashOf(canonical), unknownWords: [...new Set(parser.unknown)] };
}
