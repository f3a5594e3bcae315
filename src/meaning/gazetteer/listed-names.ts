import { fold } from '../fold';
import type { Filed } from '../shelf';

/** Before a listed name: nothing is filed under it, or it is also something else's. */
export const SIGNS = { unfiled: '-', weak: '?' } as const;

const isSigned = (line: string): boolean => line.startsWith(SIGNS.weak) || line.startsWith(SIGNS.unfiled);
const BEHIND_FIRST_WORD = /[ |].*/g;

/** The name that a line of a list begins with, as its bearer is called. */
export const nameOn = (line: string): string => line.slice(isSigned(line) ? 1 : 0, line.indexOf('|'));

const isCapital = (word: string): boolean => word.charAt(0) !== word.charAt(0).toLowerCase();

/** As shelves file a name: its words, then which of them are capitalised. */
function filed(name: string): string {
  const capitals = name.split(' ').map((word) => Number(isCapital(word)));
  return `${fold(name)} =${capitals.join('')}`;
}

/**
 * The names that begin with a word, out of a list of what bears them, so that no shelf need hold them again. Tags are
 * `tag` and the number of the line, for weak names `weakTag` and that number.
 */
export function listedNames(list: string, tag: number, weakTag: number): (word: string) => Filed[] {
  const lines = list.split('\n');
  const byFirst = new Map<string, number[]>();
  fold(list.replace(BEHIND_FIRST_WORD, ''))
    .split('\n')
    .forEach((first, number) => {
      if (first.startsWith(SIGNS.unfiled)) return;
      const word = isSigned(first) ? first.slice(1) : first;
      const others = byFirst.get(word);
      if (others) others.push(number);
      else byFirst.set(word, [number]);
    });
  return (word) =>
    (byFirst.get(word) ?? []).map((number) => {
      const line = lines[number] as string;
      const from = line.startsWith(SIGNS.weak) ? weakTag : tag;
      return { tag: from + number, text: filed(nameOn(line)) };
    });
}
