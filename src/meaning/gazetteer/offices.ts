import { filedMatchers, type FiledPhrases } from '../filed-phrases';
import { compiled } from '../language-data';
import { LANGUAGES, type Language } from '../reading';
import { foldedAt, isCapitalised, type Token, tokenAt } from '../tokens';
import { setOf } from '../set-of';
import { listed } from '../word-lists';

const LISTS = listed.gazetteer.offices;

/** An office in tokens [from, to): `portfolio` is justice, interior, …, `official` when the words give none. */
export interface OfficeMatch {
  readonly portfolio: string;
  readonly from: number;
  readonly to: number;
}

const HEAD = 'head:';

interface Offices {
  readonly phrases: FiledPhrases;
  /** Portfolios parted by `|`: the name and the words for it. */
  readonly portfolios: string;
}

const offices = (): Offices => compiled<Offices>('offices');

const matcherOf = filedMatchers(() => offices().phrases);

let portfolios: ReadonlyMap<string, string> | undefined;
const portfolioWords = (): ReadonlyMap<string, string> =>
  (portfolios ??= new Map(
    offices()
      .portfolios.split('|')
      .flatMap((line) => {
        const [portfolio = '', ...words] = line.split(' ');
        return words.map((word) => [word, portfolio] as const);
      }),
  ));

/** Words that may stand between "ministro" and its portfolio. */
const GLUE = setOf(LISTS.glue);
const REACH = 6;
/** English words that may stand before the head word beside the portfolio: "Homeland Security Secretary". */
const BEFORE = setOf(LISTS.before);
const JOIN = new Set('y e and et'.split(' '));
const LINK = new Set('de del da do of du des la a la'.split(' '));
/** Adjectives that close the name of a portfolio: "Seguridad Pública", "Derechos Humanos". */
const TAIL = setOf(LISTS.tail);

const portfolioAt = (tokens: readonly Token[], at: number): string | undefined =>
  portfolioWords().get(foldedAt(tokens, at));

/** "Homeland Security Secretary": start of the office whose head word stands at `head`, and its portfolio. */
function before(tokens: readonly Token[], head: number): { start: number; portfolio: string } | null {
  let portfolio: string | undefined;
  let start = head;
  for (let at = head - 1; at >= 0 && head - at <= 4; at--) {
    const here = portfolioAt(tokens, at);
    if (here === undefined && !BEFORE.has(foldedAt(tokens, at))) break;
    if (here !== undefined) portfolio = here;
    // "the minister and prisons commissioner": what joins two offices belongs to neither.
    if (here !== undefined || !JOIN.has(foldedAt(tokens, at))) start = at;
  }
  return portfolio === undefined ? null : { start, portfolio };
}

/** Further words of a ministry's name, beside the portfolios: "Home Affairs and New Growth Industries". */
const MINISTRY = setOf(LISTS.ministry);
const LONGEST_JOINED = 4;

/** Nothing but a space parts the token from the one before it. */
const isNext = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.start ?? 0) - (tokenAt(tokens, at - 1)?.end ?? 0) === 1;

/** End of the capitalised words from `from` that close the name of a ministry; `from` itself when they name a person. */
function joinedEnd(tokens: readonly Token[], from: number): number {
  let end = from;
  let known = from;
  while (end - from < LONGEST_JOINED && isNext(tokens, end)) {
    const word = tokens[end] as Token;
    if (!isCapitalised(word)) break;
    end++;
    if (MINISTRY.has(word.folded) || portfolioAt(tokens, end - 1)) known = end;
  }
  return end - from === 1 ? end : known;
}

/** End of "Justicia y Derechos Humanos" whose first portfolio word ends at `end`. */
function portfolioEnd(tokens: readonly Token[], end: number): number {
  for (let at = end; isNext(tokens, at); at = end) {
    const word = foldedAt(tokens, at);
    if (TAIL.has(word) || portfolioAt(tokens, at)) end = at + 1;
    else if (JOIN.has(word) && portfolioAt(tokens, at + 1)) end = at + 2;
    else if (JOIN.has(word) && joinedEnd(tokens, at + 1) > at + 1) end = joinedEnd(tokens, at + 1);
    else if (LINK.has(word) && portfolioAt(tokens, at + 1)) end = at + 2;
    else return end;
  }
  return end;
}

/** The office of the head word in tokens [from, to) ("ministro"), with the portfolio around it. */
function complete(tokens: readonly Token[], from: number, to: number, lang: Language): OfficeMatch {
  const ahead = lang === 'en' ? before(tokens, from) : null;
  if (ahead) return { portfolio: ahead.portfolio, from: ahead.start, to };
  for (let at = to; at < tokens.length && at - to < REACH; at++) {
    const portfolio = portfolioAt(tokens, at);
    if (portfolio !== undefined) return { portfolio, from, to: portfolioEnd(tokens, at + 1) };
    if (!GLUE.has(foldedAt(tokens, at))) break;
  }
  return { portfolio: 'official', from, to };
}

const longest = (matches: readonly OfficeMatch[]): OfficeMatch[] =>
  matches.filter(
    (match) =>
      !matches.some(
        (other) =>
          other !== match &&
          other.from <= match.from &&
          match.to <= other.to &&
          (other.to - other.from > match.to - match.from ||
            (match.portfolio === 'official' && other.portfolio !== 'official')),
      ),
  );

const officesIn = (tokens: readonly Token[], lang: Language): OfficeMatch[] =>
  matcherOf(lang)
    .find(tokens)
    .map(({ value, from, to }) =>
      value === HEAD ? complete(tokens, from, to, lang) : { portfolio: value, from, to },
    );

/** Offices named in the tokens, in the language of the text (all four when it is none of them), longest reading each. */
export function findOffices(tokens: readonly Token[], lang: Language | 'other'): OfficeMatch[] {
  const found =
    lang === 'other' ? LANGUAGES.flatMap((each) => officesIn(tokens, each)) : officesIn(tokens, lang);
  if (found.length === 0) return found;
  // "secretario general", "director general": no officer of the army.
  const officers = found.filter(
    ({ portfolio, from }) =>
      portfolio !== 'military' || !found.some((other) => other.to === from && other.portfolio !== 'military'),
  );
  return longest(officers).sort((a, b) => a.from - b.from);
}
