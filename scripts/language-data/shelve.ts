import {
  BEGINNING,
  escaped,
  isEnd,
  markedBeginning,
  markedWord,
  SIGNS,
  TAG_SHOWN,
  type Filed,
} from '../../src/meaning/shelf';

/** An item with the words and the beginnings of words under which it is filed. */
export interface Filing extends Filed {
  readonly words?: readonly string[];
  readonly beginnings?: readonly string[];
}

const signs = Object.values(SIGNS);

/** A key that is still to be marked in the text. */
interface Key {
  readonly key: string;
  readonly marked: string;
  /** The text goes on with another word after it. */
  readonly whole: boolean;
}

function keysOf({ text, words = [], beginnings = [] }: Filing): Set<Key> {
  const isWord = (key: string): boolean =>
    key !== '' && key === escaped(key) && Array.from(key).every((_, at) => !isEnd(key, at));
  const all = [...words, ...beginnings];
  if (all.length === 0 || !all.every(isWord) || beginnings.some(({ length }) => length > BEGINNING))
    throw new RangeError(`"${text}" cannot be filed under "${all.join('", "')}"`);
  return new Set([
    ...words.map((key) => ({ key, marked: markedWord(key), whole: true })),
    ...beginnings.map((key) => ({
      key,
      marked: markedBeginning(key),
      whole: key.length < BEGINNING,
    })),
  ]);
}

const begins = (text: string, at: number, { key, whole }: Key): boolean =>
  (at === 0 || isEnd(text, at - 1)) && text.startsWith(key, at) && (!whole || isEnd(text, at + key.length));

/** Marks each key where a word of the text begins so, and adds the others. */
function written(item: Filing): string {
  const { text } = item;
  if (text === '' || signs.some((sign) => text.includes(sign)))
    throw new RangeError(`"${text}" is empty or holds a sign of the compiled form`);
  const left = keysOf(item);
  let marked = '';
  for (let at = 0; at < text.length;) {
    const key = [...left].find((each) => begins(text, at, each));
    if (key !== undefined) left.delete(key);
    marked += key?.marked ?? escaped(text.charAt(at));
    at += key?.key.length ?? 1;
  }
  return marked + [...left].map((key) => SIGNS.furtherKey + key.marked).join('');
}

/** Writes items as `src/meaning/shelf.ts` reads them: by tag, then in their order. */
export function shelve(items: readonly Filing[]): string {
  const groups = new Map<number, string[]>();
  for (const item of items) groups.set(item.tag, [...(groups.get(item.tag) ?? []), written(item)]);
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([tag, texts], at, all) => {
      const follows = tag - 1 === all[at - 1]?.[0] && tag % TAG_SHOWN > 0;
      return (follows ? '' : tag) + SIGNS.tag + texts.join(SIGNS.item);
    })
    .join(SIGNS.group);
}

/** In this order items share the most letters with the one before. */
export const byText = (items: readonly Filing[]): Filing[] =>
  [...items].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
