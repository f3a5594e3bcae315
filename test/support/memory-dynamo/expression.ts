import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export type Attributes = Record<string, AttributeValue>;
export interface Placeholders {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Attributes>;
}

type Test = (item: Attributes) => boolean;
type Operand = (item: Attributes) => AttributeValue | undefined;

const TOKEN = /\s*(<=|>=|<>|[=<>(),+]|[#:]?[A-Za-z_][A-Za-z0-9_]*)/y;

function tokens(expression: string): string[] {
  const all: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.trimEnd().length) {
    const match = TOKEN.exec(expression);
    if (!match) throw new Error(`not understood: ${expression}`);
    all.push(match[1]!);
  }
  return all;
}

/** Number or string of a scalar, for comparison; undefined for everything else. */
const scalar = (value: AttributeValue | undefined): string | number | undefined =>
  value?.N !== undefined ? Number(value.N) : value?.S;

const equalValues = (a: AttributeValue | undefined, b: AttributeValue | undefined): boolean => {
  if (!a || !b) return false;
  const [x, y] = [scalar(a), scalar(b)];
  return x === undefined && y === undefined ? JSON.stringify(a) === JSON.stringify(b) : x === y;
};

function compare(
  a: AttributeValue | undefined,
  b: AttributeValue | undefined,
  holds: (order: number) => boolean,
) {
  const [x, y] = [scalar(a), scalar(b)];
  if (x === undefined || typeof x !== typeof y) return false;
  return holds(x < y! ? -1 : x > y! ? 1 : 0);
}

const size = (value: AttributeValue | undefined): AttributeValue | undefined => {
  if (!value) return undefined;
  const n =
    value.S !== undefined
      ? Buffer.byteLength(value.S)
      : (value.SS ?? value.L ?? Object.keys(value.M ?? {})).length;
  return { N: String(n) };
};

const contains = (whole: AttributeValue | undefined, part: AttributeValue | undefined): boolean =>
  whole?.S !== undefined
    ? part?.S !== undefined && whole.S.includes(part.S)
    : (whole?.SS?.includes(part?.S ?? '') ?? whole?.L?.some((member) => equalValues(member, part)) ?? false);

class Parser {
  private at = 0;
  private readonly list: string[];

  constructor(
    expression: string,
    private readonly placeholders: Placeholders,
  ) {
    this.list = tokens(expression);
  }

  peek = (): string | undefined => this.list[this.at];
  next = (): string => this.list[this.at++] ?? '';
  is = (word: string): boolean => this.peek()?.toUpperCase() === word;
  take(word: string): boolean {
    if (!this.is(word)) return false;
    this.at++;
    return true;
  }
  expect(word: string): void {
    if (!this.take(word)) throw new Error(`expected ${word}, found ${this.peek()}`);
  }

  condition(): Test {
    let left = this.conjunction();
    while (this.take('OR')) {
      const [a, b] = [left, this.conjunction()];
      left = (item) => a(item) || b(item);
    }
    return left;
  }

  private conjunction(): Test {
    let left = this.negation();
    while (this.take('AND')) {
      const [a, b] = [left, this.negation()];
      left = (item) => a(item) && b(item);
    }
    return left;
  }

  private negation(): Test {
    if (!this.take('NOT')) return this.primary();
    const inner = this.negation();
    return (item) => !inner(item);
  }

  private primary(): Test {
    if (this.take('(')) {
      const inner = this.condition();
      this.expect(')');
      return inner;
    }
    const word = this.peek()!.toLowerCase();
    if (['attribute_exists', 'attribute_not_exists', 'begins_with', 'contains'].includes(word))
      return this.call();
    return this.comparison(this.operand());
  }

  private call(): Test {
    const name = this.next().toLowerCase();
    this.expect('(');
    const left = this.operand();
    const right = this.take(',') ? this.operand() : () => undefined;
    this.expect(')');
    switch (name) {
      case 'attribute_exists':
        return (item) => left(item) !== undefined;
      case 'attribute_not_exists':
        return (item) => left(item) === undefined;
      case 'contains':
        return (item) => contains(left(item), right(item));
      default:
        return (item) => left(item)?.S?.startsWith(right(item)?.S ?? '\0') ?? false;
    }
  }

  private comparison(left: Operand): Test {
    const operator = this.next().toUpperCase();
    if (operator === 'BETWEEN') {
      const low = this.operand();
      this.expect('AND');
      const high = this.operand();
      return (item) =>
        compare(left(item), low(item), (o) => o >= 0) && compare(left(item), high(item), (o) => o <= 0);
    }
    if (operator === 'IN') {
      this.expect('(');
      const members = [this.operand()];
      while (this.take(',')) members.push(this.operand());
      this.expect(')');
      return (item) => members.some((member) => equalValues(left(item), member(item)));
    }
    const right = this.operand();
    switch (operator) {
      case '=':
        return (item) => equalValues(left(item), right(item));
      case '<>':
        return (item) => !equalValues(left(item), right(item));
      case '<':
        return (item) => compare(left(item), right(item), (o) => o < 0);
      case '<=':
        return (item) => compare(left(item), right(item), (o) => o <= 0);
      case '>':
        return (item) => compare(left(item), right(item), (o) => o > 0);
      case '>=':
        return (item) => compare(left(item), right(item), (o) => o >= 0);
      default:
        throw new Error(`unknown comparison ${operator}`);
    }
  }

  attribute(): string {
    const word = this.next();
    return word.startsWith('#') ? this.placeholders.names[word]! : word;
  }

  operand(): Operand {
    const word = this.peek()!;
    if (word.startsWith(':')) {
      const value = this.placeholders.values[this.next()];
      return () => value;
    }
    if (/^(size|if_not_exists)$/i.test(word)) {
      this.next();
      this.expect('(');
      const path = this.operand();
      const other = this.take(',') ? this.operand() : undefined;
      this.expect(')');
      return other ? (item) => path(item) ?? other(item) : (item) => size(path(item));
    }
    const attribute = this.attribute();
    return (item) => item[attribute];
  }
}

/** A condition or key condition as a test of items. */
export const parseCondition = (expression: string, placeholders: Placeholders): Test =>
  new Parser(expression, placeholders).condition();

/** An update expression (SET, REMOVE, ADD of numbers and string sets) as a function from the old item to the new. */
export function parseUpdate(
  expression: string,
  placeholders: Placeholders,
): (item: Attributes) => Attributes {
  const parser = new Parser(expression, placeholders);
  const steps: ((old: Attributes, next: Attributes) => void)[] = [];
  while (parser.peek()) {
    const clause = parser.next().toUpperCase();
    do {
      const name = parser.attribute();
      if (clause === 'REMOVE') steps.push((_old, next) => void delete next[name]);
      else if (clause === 'SET') {
        parser.expect('=');
        const value = parser.operand();
        steps.push((old, next) => void (next[name] = value(old)!));
      } else {
        const added = parser.operand();
        steps.push((old, next) => void (next[name] = sum(old[name], added(old)!)));
      }
    } while (parser.take(','));
  }
  return (old) => {
    const next = { ...old };
    for (const step of steps) step(old, next);
    return next;
  };
}

function sum(old: AttributeValue | undefined, added: AttributeValue): AttributeValue {
  if (added.N !== undefined) return { N: String(Number(old?.N ?? 0) + Number(added.N)) };
  return { SS: [...new Set([...(old?.SS ?? []), ...added.SS!])] };
}
