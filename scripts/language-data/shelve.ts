import { SIGNS, WORD_ENDS, type Filed } from '../../src/meaning/shelf';

/** An item with the keys it is filed under. */
export interface Filing extends Filed {
  readonly keys: readonly string[];
}

const signs = Object.values(SIGNS);
const isEnd = (char: string | undefined): boolean => char === undefined || WORD_ENDS.includes(char);

/** Keys have a few letters at most; a shorter one is a whole word. */
function isKey(key: string, letters: number): boolean {
  return key !== '' && key.length <= letters && !Array.from(key).some(isEnd);
}

const begins = (text: string, at: number, key: string, letters: number): boolean =>
  isEnd(text[at - 1]) && text.startsWith(key, at) && (key.length === letters || isEnd(text[at + key.length]));

/** Marks each key where a word of the text begins so, and adds the others. */
function written({ text, keys }: Filing, letters: number): string {
  if (text === '' || signs.some((sign) => text.includes(sign)))
    throw new RangeError(`"${text}" is empty or holds a sign of the compiled form`);
  if (keys.length === 0 || !keys.every((key) => isKey(key, letters)))
    throw new RangeError(`"${text}" cannot be filed under "${keys.join('", "')}"`);
  const left = new Set(keys);
  let marked = '';
  for (let at = 0; at < text.length; at++) {
    const key = [...left].find((each) => begins(text, at, each, letters));
    if (key !== undefined && left.delete(key)) marked += SIGNS.key;
    marked += text[at];
  }
  const further = [...left].map((key) => SIGNS.key + key).join('');
  return further === '' ? marked : marked + SIGNS.furtherKeys + further;
}

/** Writes items, filed under keys of so many letters, as `src/meaning/shelf.ts` reads them: by tag, then in their order. */
export function shelve(items: readonly Filing[], letters: number): string {
  const groups = new Map<number, string[]>();
  for (const item of items) groups.set(item.tag, [...(groups.get(item.tag) ?? []), written(item, letters)]);
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([tag, texts], at, all) => {
      const next = tag === (all[at - 1]?.[0] ?? 0) + 1;
      return (next ? '' : tag) + SIGNS.tag + texts.join(SIGNS.item);
    })
    .join(SIGNS.group);
}

/** In this order items share the most letters with the one before. */
export const byText = (items: readonly Filing[]): Filing[] =>
  [...items].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
