/** A source of whole numbers that is the same on every machine: only 32-bit integer arithmetic (mulberry32). */
export interface Random {
  /** A whole number from 0 up to, and without, `below`. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(from: readonly T[]): T[];
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => next() % limit;
  return {
    below,
    pick: (from) => {
      if (from.length === 0) throw new RangeError('nothing to pick from: the list is empty');
      return from[below(from.length)]!;
    },
    shuffled: (from) => {
      const cards = [...from];
      for (let at = cards.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [cards[at], cards[other]] = [cards[other]!, cards[at]!];
      }
      return cards;
    },
  };
}

/** Deals every card once before it deals any again, in a new order each round. */
export function deck<T>(cards: readonly T[], rng: Random): () => T {
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = rng.shuffled(cards);
    const card = left.pop();
    if (card === undefined) throw new RangeError('the deck has no cards');
    return card;
  };
}
