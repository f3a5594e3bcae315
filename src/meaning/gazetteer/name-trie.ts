import { isCapitalised, type Token } from '../tokens';
import { Pairs } from '../pairs';
import { formIn, formOf, Remembered } from '../vocabulary';

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

/** A name, word by word. */
export interface Name<T> {
  readonly value: T;
  /** Folded. */
  readonly words: readonly string[];
  readonly writing: Writing;
  /** For `name`: which words are capitalised. */
  readonly capitals?: readonly boolean[];
  /** For `exact`: the words as they must be written. */
  readonly spelling?: readonly string[];
}

/** A name that ends at a branch, with what tells whether it is written so. */
interface Leaf<T> {
  readonly value: T;
  /** Bits of the words that must be capitalised. */
  readonly capitals: number;
  readonly spelling: readonly string[] | null;
}

interface Branch<T> {
  /** By the number of the next word's form. */
  next: Map<number, Branch<T>> | null;
  leaves: Leaf<T>[] | null;
}

const branch = <T>(): Branch<T> => ({ next: null, leaves: null });

const leafOf = <T>({ value, writing, capitals = [], spelling }: Name<T>): Leaf<T> => ({
  value,
  capitals:
    writing === 'name' ? capitals.reduce((bits, capital, at) => (capital ? bits | (1 << at) : bits), 0) : 0,
  spelling: writing === 'exact' && spelling ? spelling : null,
});

const isWrittenLike = (
  { capitals, spelling }: Leaf<unknown>,
  tokens: readonly Token[],
  from: number,
  caseless: boolean,
): boolean =>
  spelling === null ? caseless || isCapitalisedLike(capitals, tokens, from) : isSpelt(spelling, tokens, from);

function isSpelt(spelling: readonly string[], tokens: readonly Token[], from: number): boolean {
  for (let i = 0; i < spelling.length; i++) if (spelling[i] !== tokens[from + i]?.text) return false;
  return true;
}

function isCapitalisedLike(capitals: number, tokens: readonly Token[], from: number): boolean {
  for (let at = from, bits = capitals; bits !== 0; at++, bits >>>= 1)
    if ((bits & 1) === 1 && !isCapitalised(tokens[at] as Token)) return false;
  return true;
}

/**
 * Many names, found in one pass over the folded words of a text. Accents never matter; see {@link Writing} for case.
 * `beginning` gives the names that begin with a (folded) word, and is asked once a word, when a text first holds it.
 */
export class NameTrie<T> {
  private readonly firsts = new Map<string, Branch<T>>();
  private readonly known = new Remembered(({ folded }) => this.first(folded));
  private readonly pairs = new Pairs();

  constructor(private readonly beginning: (word: string) => readonly Name<T>[]) {}

  private first(word: string): Branch<T> | undefined {
    const known = this.firsts.get(word);
    if (known) return known;
    const names = this.beginning(word);
    if (names.length === 0) return undefined;
    const first = branch<T>();
    for (const name of names) this.grow(first, name);
    this.firsts.set(word, first);
    return first;
  }

  /** Adds a name to the tree of those that begin with its first word, by its further words. */
  private grow(first: Branch<T>, name: Name<T>): void {
    let at = first;
    let before = formOf(name.words[0] ?? '');
    for (const word of name.words.slice(1)) {
      const form = formOf(word);
      this.pairs.add(before, form);
      before = form;
      at.next ??= new Map();
      let next = at.next.get(form);
      if (next === undefined) at.next.set(form, (next = branch()));
      at = next;
    }
    (at.leaves ??= []).push(leafOf(name));
  }

  /** What bears the name of these (folded) words, however it is written. */
  named(words: readonly string[]): T[] {
    let at = this.first(words[0] ?? '');
    for (const word of words.slice(1)) at = at?.next?.get(formOf(word));
    return at?.leaves?.map(({ value }) => value) ?? [];
  }

  /** Every name in the tokens, by start; `caseless` for text written without any capitals. */
  find(tokens: readonly Token[], caseless: boolean): NameMatch<T>[] {
    const found: NameMatch<T>[] = [];
    for (let from = 0; from < tokens.length; from++) {
      const first = tokens[from] as Token;
      let at: Branch<T> | null | undefined = this.known.of(first);
      if (at === null) continue;
      let form = formIn(first);
      for (let to = from + 1; at; to++) {
        if (at.leaves !== null)
          for (const leaf of at.leaves)
            if (isWrittenLike(leaf, tokens, from, caseless)) found.push({ value: leaf.value, from, to });
        if (at.next === null || to >= tokens.length) break;
        const next = formIn(tokens[to] as Token);
        if (!this.pairs.mayHold(form, next)) break;
        at = at.next.get(next);
        form = next;
      }
    }
    return found;
  }
}
