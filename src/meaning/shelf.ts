/** A text as filed, with a number that says what it stands for. */
export interface Filed {
  readonly tag: number;
  readonly text: string;
}

/** Signs of the compiled form, which no text holds. */
export const SIGNS = { group: ';', tag: ':', item: ',', key: '^', furtherKeys: '<' } as const;

/** A word ends before one of these, and so does a key that is shorter than usual. */
export const WORD_ENDS = ` ()|{}?*~/'-${Object.values(SIGNS).join('')}`;

const ENDS = new Uint8Array(256);
for (let at = 0; at < WORD_ENDS.length; at++) ENDS[WORD_ENDS.charCodeAt(at)] = 1;

const SLOTS = 1 << 12;
const MARKS = /\^/g;

/**
 * Compiled wordings by key, which is how a word begins: of the text only those are taken apart that a word asks for.
 * Written by `npm run compile-language-data` as groups of one tag, in which `^` stands before every key:
 * `7:^visita,recorrido de ^prisiones;:{^hacer} una visita<^hag^hiz`. What follows `<` are keys that the text itself does
 * not hold. A tag is left out where it is one more than the last.
 */
export class Shelf {
  /** By slot: number of the last key in it, 0 for none. Then, by number: the one before in its slot, place, tag. */
  private readonly last = new Int32Array(SLOTS);
  private readonly before: number[] = [0];
  private readonly places: number[] = [0];
  private readonly tags: number[] = [0];

  /** `letters` is the most that a key has. */
  constructor(
    private readonly text: string,
    private readonly letters: number,
  ) {
    let tag = 0;
    let end = -1;
    while (end < text.length) {
      const start = end + 1;
      end = this.endOf(SIGNS.group, start);
      const colon = text.indexOf(SIGNS.tag, start);
      if (colon > start) tag = Number(text.slice(start, colon));
      else tag++;
      for (let at = text.indexOf(SIGNS.key, start); at >= 0 && at < end; at = text.indexOf(SIGNS.key, at + 1))
        this.put(at + 1, tag);
    }
  }

  /** What is filed under `key`, by tag, then in the order of filing. */
  open(key: string): Filed[] {
    const found: Filed[] = [];
    for (let n = this.last[this.slotOf(key, 0)] as number; n > 0; n = this.before[n] as number) {
      const place = this.places[n] as number;
      if (this.isKeyAt(key, place)) found.push({ tag: this.tags[n] as number, text: this.itemAt(place) });
    }
    return found.reverse();
  }

  private put(place: number, tag: number): void {
    const slot = this.slotOf(this.text, place);
    this.before.push(this.last[slot] as number);
    this.places.push(place);
    this.last[slot] = this.tags.push(tag) - 1;
  }

  private slotOf(text: string, place: number): number {
    let hash = 0;
    const most = Math.min(place + this.letters, text.length);
    for (let at = place; at < most; at++) {
      const code = text.charCodeAt(at);
      if (ENDS[code] === 1) break;
      hash = hash * 37 + code;
    }
    return hash & (SLOTS - 1);
  }

  private isKeyAt(key: string, place: number): boolean {
    if (!this.text.startsWith(key, place)) return false;
    const end = place + key.length;
    return key.length === this.letters || end === this.text.length || ENDS[this.text.charCodeAt(end)] === 1;
  }

  private itemAt(place: number): string {
    const { text } = this;
    const start = Math.max(text.lastIndexOf(SIGNS.item, place), text.lastIndexOf(SIGNS.tag, place)) + 1;
    const item = text.slice(start, Math.min(this.endOf(SIGNS.item, place), this.endOf(SIGNS.group, place)));
    const further = item.indexOf(SIGNS.furtherKeys);
    return (further < 0 ? item : item.slice(0, further)).replace(MARKS, '');
  }

  private endOf(sign: string, from: number): number {
    const end = this.text.indexOf(sign, from);
    return end < 0 ? this.text.length : end;
  }
}
