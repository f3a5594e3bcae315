import { fold } from '../fold';
import { isCapitalised, tokenize, type Token } from '../tokens';
import { Remembered } from '../vocabulary';

/** How the words of a name must be written in the text. */
export type Writing =
  /** Any way ("salvadoreño"). */
  | 'free'
  /** Every word that the name capitalises is capitalised in the text, unless the whole text has no capitals. */
  | 'name'
  /** Letter for letter ("US", "AP"): a text without capitals never holds it. */
  | 'exact';

export interface NameMatch<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

interface Leaf<T> {
  readonly value: T;
  readonly writing: Writing;
  readonly words: readonly Token[];
}

interface Branch<T> {
  readonly next: Map<string, Branch<T>>;
  readonly leaves: Leaf<T>[];
}

const branch = <T>(): Branch<T> => ({ next: new Map(), leaves: [] });

const writtenLike = (
  leaf: Leaf<unknown>,
  tokens: readonly Token[],
  from: number,
  caseless: boolean,
): boolean => {
  if (leaf.writing === 'free') return true;
  if (leaf.writing === 'exact') return leaf.words.every((word, i) => word.text === tokens[from + i]?.text);
  return (
    caseless ||
    leaf.words.every((word, i) => !isCapitalised(word) || isCapitalised(tokens[from + i] as Token))
  );
};

/** Files a name under the branch of its first word. */
const put = <T>(first: Branch<T>, name: string, value: T, writing: Writing): void => {
  const words = tokenize(name);
  let at = first;
  for (const { folded } of words.slice(1)) {
    let next = at.next.get(folded);
    if (next === undefined) at.next.set(folded, (next = branch()));
    at = next;
  }
  at.leaves.push({ value, writing, words });
};

/** Names that begin with one word: taken apart once a text holds it. */
interface First<T> {
  readonly waiting: [name: string, value: T, writing: Writing][];
  branch: Branch<T> | null;
}

const DOTTED = /^(?:\p{L}\.)+/u;
const PLAIN = /^[\p{L}\p{M}\d]+/u;

/** The first word of a name as `tokenize` would fold it, without taking the whole name apart. */
const firstWord = (name: string): string => {
  const space = name.indexOf(' ');
  const piece = space < 0 ? name : name.slice(0, space);
  const dotted = DOTTED.exec(piece)?.[0];
  return fold(dotted ? dotted.replace(/\.$/, '') : (PLAIN.exec(piece)?.[0] ?? piece));
};

/**
 * Many names, found in one pass over the folded words of a text. Accents never matter; see {@link Writing} for case.
 * Names wait under their first word and are taken apart when a text first holds that word: thousands of names cost
 * next to nothing to load.
 */
export class NameTrie<T> {
  private readonly firsts = new Map<string, First<T>>();
  private readonly known = new Remembered(({ folded }) => this.firsts.get(folded));
  private asked = false;

  add(name: string, value: T, writing: Writing = 'name'): void {
    if (this.asked) this.known.forget();
    this.asked = false;
    const word = firstWord(name);
    const first = this.firsts.get(word);
    if (first) first.waiting.push([name, value, writing]);
    else this.firsts.set(word, { waiting: [[name, value, writing]], branch: null });
  }

  private start(first: First<T>): Branch<T> {
    first.branch ??= branch();
    if (first.waiting.length > 0)
      for (const [name, value, writing] of first.waiting.splice(0)) put(first.branch, name, value, writing);
    return first.branch;
  }

  /** Every name in the tokens, by start; `caseless` for text written without any capitals. */
  find(tokens: readonly Token[], caseless: boolean): NameMatch<T>[] {
    this.asked = true;
    const found: NameMatch<T>[] = [];
    for (let from = 0; from < tokens.length; from++) {
      const first = this.known.of(tokens[from] as Token);
      if (first === null) continue;
      let at: Branch<T> | undefined = this.start(first);
      for (let to = from + 1; at !== undefined; to++) {
        for (const leaf of at.leaves)
          if (writtenLike(leaf, tokens, from, caseless)) found.push({ value: leaf.value, from, to });
        if (at.next.size === 0 || to >= tokens.length) break;
        at = at.next.get((tokens[to] as Token).folded);
      }
    }
    return found;
  }
}
