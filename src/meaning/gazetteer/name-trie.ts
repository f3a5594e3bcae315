import { isCapitalised, type Token } from '../tokens';
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

interface Branch<T> {
  /** By the number of the next word's form. */
  next: Map<number, Branch<T>> | null;
  leaves: Name<T>[] | null;
}

const branch = <T>(): Branch<T> => ({ next: null, leaves: null });

const writtenLike = (
  { writing, capitals, spelling }: Name<unknown>,
  tokens: readonly Token[],
  from: number,
  caseless: boolean,
): boolean => {
  if (writing === 'free') return true;
  if (spelling) return isSpelt(spelling, tokens, from);
  return caseless || capitals === undefined || isCapitalisedLike(capitals, tokens, from);
};

function isSpelt(spelling: readonly string[], tokens: readonly Token[], from: number): boolean {
  for (let i = 0; i < spelling.length; i++) if (spelling[i] !== tokens[from + i]?.text) return false;
  return true;
}

function isCapitalisedLike(capitals: readonly boolean[], tokens: readonly Token[], from: number): boolean {
  for (let i = 0; i < capitals.length; i++)
    if (capitals[i] && !isCapitalised(tokens[from + i] as Token)) return false;
  return true;
}

/** A tree of names that begin with one word, by their further words. */
function grow<T>(names: readonly Name<T>[]): Branch<T> {
  const first = branch<T>();
  for (const name of names) {
    let at = first;
    for (const word of name.words.slice(1)) {
      const form = formOf(word);
      at.next ??= new Map();
      let next = at.next.get(form);
      if (next === undefined) at.next.set(form, (next = branch()));
      at = next;
    }
    (at.leaves ??= []).push(name);
  }
  return first;
}

/**
 * Many names, found in one pass over the folded words of a text. Accents never matter; see {@link Writing} for case.
 * `beginning` gives the names that begin with a (folded) word, and is asked once a word, when a text first holds it.
 */
export class NameTrie<T> {
  private readonly firsts = new Map<string, Branch<T>>();
  private readonly known = new Remembered(({ folded }) => this.first(folded));

  constructor(private readonly beginning: (word: string) => readonly Name<T>[]) {}

  private first(word: string): Branch<T> | undefined {
    const known = this.firsts.get(word);
    if (known) return known;
    const names = this.beginning(word);
    if (names.length === 0) return undefined;
    const first = grow(names);
    this.firsts.set(word, first);
    return first;
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
      let at: Branch<T> | null | undefined = this.known.of(tokens[from] as Token);
      if (at === null) continue;
      for (let to = from + 1; at; to++) {
        if (at.leaves !== null)
          for (const leaf of at.leaves)
            if (writtenLike(leaf, tokens, from, caseless)) found.push({ value: leaf.value, from, to });
        if (at.next === null || to >= tokens.length) break;
        at = at.next.get(formIn(tokens[to] as Token));
      }
    }
    return found;
  }
}
