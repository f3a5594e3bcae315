import { FIELDS } from './fields';
import { QueryError } from './query';

/** A piece of a query as typed; `at` is its offset. */
export type Lexeme =
  | { readonly type: 'word' | 'phrase'; readonly text: string; readonly at: number }
  | { readonly type: 'field'; readonly field: string; readonly text: string; readonly at: number }
  | { readonly type: 'near'; readonly distance: number; readonly at: number }
  | { readonly type: 'or' | 'and' | 'not' | 'open' | 'close'; readonly at: number };

const OPERATORS = new Map<string, 'or' | 'and' | 'not'>(Object.entries({
  OR: 'or', O: 'or', OU: 'or',
  AND: 'and', Y: 'and', E: 'and', ET: 'and',
  NOT: 'not', NO: 'not', NÃO: 'not', SAUF: 'not', SIN: 'not',
} as const)); // prettier-ignore

const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '„': '“' };
const FIELD = /^([\p{L}]+):/u;
const NEAR = /^NEAR(?:\/(\d{1,2}))?$/;
const NEAR_DISTANCE = 8;
const LONGEST = 200;

/** Cuts a query into pieces. Operators are written in capitals; in a query all in capitals they are words. */
export function lex(source: string): Lexeme[] {
  if (source.length > LONGEST)
    throw new QueryError(`a query has at most ${LONGEST} characters; this one goes on`, LONGEST);
  const shouting = source === source.toUpperCase();
  const lexemes: Lexeme[] = [];
  let at = 0;
  const quoted = (): string => {
    const close = source.indexOf(QUOTES[source[at]!]!, at + 1);
    if (close < 0) throw new QueryError('unclosed quote', at);
    const text = source.slice(at + 1, close);
    if (!/[\p{L}\p{N}]/u.test(text)) throw new QueryError('nothing between the quotes', at);
    at = close + 1;
    return text;
  };
  /** What stands right after a field's colon. */
  const value = (field: string): string => {
    if (Object.hasOwn(QUOTES, source[at] ?? '')) return quoted();
    const text = /^[^\s()]+/.exec(source.slice(at))?.[0];
    if (text === undefined) throw new QueryError(`${field} needs a value right after the colon`, at);
    at += text.length;
    return text;
  };
  while (at < source.length) {
    const char = source[at]!;
    const start = at;
    if (/[\s,;·]/.test(char)) at++;
    else if (char === '(' || char === ')') {
      lexemes.push({ type: char === '(' ? 'open' : 'close', at });
      at++;
    } else if (char === '|') {
      lexemes.push({ type: 'or', at });
      at++;
    } else if (char === '-' && /[^\s-]/.test(source[at + 1] ?? ' ')) {
      lexemes.push({ type: 'not', at });
      at++;
    } else if (char in QUOTES) lexemes.push({ type: 'phrase', text: quoted(), at: start });
    else {
      const field = FIELD.exec(source.slice(at));
      // "Perú: ministro viaja" is a headline, "host: Perú" a field with a blank too many.
      if (
        field &&
        (FIELDS.includes(field[1]!.toLowerCase()) || /[^\s()]/.test(source[at + field[0].length] ?? ' '))
      ) {
        at += field[0].length;
        lexemes.push({ type: 'field', field: field[1]!.toLowerCase(), text: value(field[0]), at: start });
        continue;
      }
      const text = /^[^\s()"“«„|,;·]+/u.exec(source.slice(at))?.[0] ?? char;
      at += text.length;
      const near = NEAR.exec(text);
      const operator = shouting && text !== 'OR' && text.length < 3 ? undefined : OPERATORS.get(text);
      if (near) lexemes.push({ type: 'near', distance: Number(near[1] ?? NEAR_DISTANCE), at: start });
      else if (operator) lexemes.push({ type: operator, at: start });
      else if (/[\p{L}\p{N}]/u.test(text)) lexemes.push({ type: 'word', text, at: start });
    }
  }
  return lexemes;
}
