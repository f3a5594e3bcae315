import { PairNumbers } from './pairs';
import { EMPTY, type Filed, PhraseLists } from './phrase-lists';
import { formsOf, takesAny, takesForm, type Step } from './steps';

/** Phrases are sorted when their word has been met so often: of most words a process reads little. */
const OFTEN = 16;
/** Stands for a list that is written when a text first holds its pair of words. */
const UNWRITTEN = -1;

/** False when the step behind its first word says what the next word of a text must be. */
const isOpen = <T>({ steps: [, second] }: Filed<T>): boolean =>
  second === undefined || takesAny(second) || second.least === 0;

const mayGoOn = <T>(phrase: Filed<T>, next: number): boolean => {
  const [, second] = phrase.steps;
  return isOpen(phrase) || (second !== undefined && takesForm(second, next));
};

/**
 * Phrases by the words that they are filed under, a drawer a word. Most begin with it and are filed anew by the word that
 * follows it in a text: a common word begins hundreds, of which the next word leaves one or two.
 */
export class Drawers<T> {
  readonly lists = new PhraseLists<T>();
  private readonly byForm = new Map<number, number>();
  private readonly phrases: (readonly Filed<T>[])[] = [];
  private readonly asked: number[] = [];
  /** By drawer: what is tried before any word that has no list of its own. */
  private readonly open: number[] = [];
  /** By a word and the next one, the lists of phrases that begin with them; by two words, of those filed under the second. */
  private readonly ahead = new PairNumbers();
  private readonly back = new PairNumbers();

  /** The drawer of a word, by the number of its form; `filed` is asked for what belongs in a new one. */
  of(form: number, filed: () => readonly Filed<T>[]): number {
    const known = this.byForm.get(form);
    if (known !== undefined) return known;
    const all = filed();
    const own = all.filter(({ lead }) => lead === 0);
    const drawer = this.phrases.push(own) - 1;
    this.byForm.set(form, drawer);
    this.asked.push(own.length === 0 ? OFTEN : 0);
    this.open.push(this.lists.write(own));
    if (own.length < all.length) this.fileBack(all, form);
    return drawer;
  }

  /** The list worth trying behind the word `form` of a drawer, before the word `next` or at the end of a text (0). */
  before(drawer: number, form: number, next: number): number {
    if ((this.asked[drawer] as number) < OFTEN && ++this.asked[drawer]! === OFTEN) this.sort(drawer, form);
    const known = this.ahead.get(form, next);
    if (known > 0) return known;
    return known === UNWRITTEN ? this.writeAhead(drawer, form, next) : (this.open[drawer] as number);
  }

  /** The list of phrases that begin with `first` and are filed under the word `form` behind it. */
  behind(first: number, form: number): number {
    return this.back.get(first, form);
  }

  private fileBack(all: readonly Filed<T>[], form: number): void {
    const byFirst = new Map<number, Filed<T>[]>();
    for (const phrase of all)
      for (const word of phrase.lead === 1 ? formsOf(phrase.steps[0] as Step) : []) {
        const there = byFirst.get(word);
        if (there === undefined) byFirst.set(word, [phrase]);
        else there.push(phrase);
      }
    for (const [first, phrases] of byFirst) this.back.set(first, form, this.lists.write(phrases));
  }

  private sort(drawer: number, form: number): void {
    const all = this.phrases[drawer] as readonly Filed<T>[];
    const open = all.filter(isOpen);
    if (open.length === all.length) return;
    this.open[drawer] = this.lists.write(open);
    for (const phrase of all)
      for (const word of phrase.steps[1] ? formsOf(phrase.steps[1]) : [])
        this.ahead.set(form, word, UNWRITTEN);
  }

  private writeAhead(drawer: number, form: number, next: number): number {
    const able = (this.phrases[drawer] as readonly Filed<T>[]).filter((phrase) => mayGoOn(phrase, next));
    const list = this.lists.write(able);
    if (list !== EMPTY) this.ahead.set(form, next, list);
    return list;
  }
}
