import { fold } from '../fold';
import type { PhraseMatcher } from '../phrases';
import type { Language } from '../reading';
import type { ConceptEntry } from './entry';
import { compound, list, unfold } from './expand';
import { beginningOf, nounForms, verbBeginnings, verbForms, verbStems } from './paradigms';

export const KINDS_OF_WORDING = ['forms', 'verbs', 'nouns', 'phrases'] as const;

/** One item of an entry's wording, not expanded yet. */
export interface Item {
  /** Number of the entry. */
  readonly entry: number;
  readonly kind: (typeof KINDS_OF_WORDING)[number];
  readonly text: string;
}

/** The items filed under a beginning, entries in order. */
export type Cabinet = (beginning: string) => readonly Item[];

const LONG_WORD = /^\p{L}{4,}(?!\p{L}|\.)/u;
/** Filed under its second word. */
const SHORT_THEN_WORD = /^\p{L}{1,3} (\p{L}+)(?![\p{L}\p{M}\p{N}.])/u;
const LONG_CHOICES = /^\(((?:\p{L}{4,}\|)*\p{L}{4,})\)(?!\?)/u;
const LEMMA = /^\{([^}]+)\}/;
const COMPOUND = /[\s'’-]/;

type Matcher = Pick<PhraseMatcher<string>, 'anchor'>;

const anchors = (phrase: string, matcher: Matcher): Set<string> =>
  new Set(Array.from(matcher.anchor(phrase).words, beginningOf));

/** The usual shapes are told at a glance; the matcher itself says where it files the others. */
function phraseBeginnings(phrase: string, lang: Language, matcher: Matcher): Iterable<string> {
  const word = LONG_WORD.exec(phrase)?.[0] ?? SHORT_THEN_WORD.exec(phrase)?.[1];
  if (word !== undefined) return [beginningOf(fold(word))];
  const choices = LONG_CHOICES.exec(phrase)?.[1];
  if (choices !== undefined) return new Set(choices.split('|').map((choice) => beginningOf(fold(choice))));
  const lemma = LEMMA.exec(phrase)?.[1];
  if (lemma !== undefined && lemma.length > 5) return verbBeginnings(lemma, lang);
  return new Set(unfold(phrase).flatMap((variant) => [...anchors(variant, matcher)]));
}

/** The beginnings of all words under which the matcher will file what an item stands for. */
export function beginningsOf({ kind, text }: Item, lang: Language, matcher: Matcher): Iterable<string> {
  if (kind === 'verbs') return verbBeginnings(text, lang);
  if (kind === 'forms') return [beginningOf(fold(text))];
  if (kind === 'phrases') return phraseBeginnings(text, lang, matcher);
  if (COMPOUND.test(text)) return anchors(compound(text, lang), matcher);
  // A plural changes no more than the last two letters.
  return text.length > 4 ? [beginningOf(fold(text))] : new Set(nounForms(text, lang).map(beginningOf));
}

/** All items of a lexicon's wording in one language, entries in order. */
export function* itemsOf(entries: readonly ConceptEntry[], lang: Language): Generator<Item> {
  for (const [entry, wordings] of entries.entries())
    for (const kind of KINDS_OF_WORDING)
      for (const text of list(wordings[lang]?.[kind])) yield { entry, kind, text };
}

/** Files a lexicon that no build step has filed before. */
export function cabinetOf(entries: readonly ConceptEntry[], lang: Language, matcher: Matcher): Cabinet {
  const drawers = new Map<string, Item[]>();
  for (const item of itemsOf(entries, lang))
    for (const beginning of beginningsOf(item, lang, matcher)) {
      const drawer = drawers.get(beginning);
      if (drawer) drawer.push(item);
      else drawers.set(beginning, [item]);
    }
  return (beginning) => drawers.get(beginning) ?? [];
}

const LONG_FIRST_WORD = /^[a-zñ]{4,}/;

function mayBegin(word: string, starts: readonly string[] | null): boolean {
  if (starts === null) return true;
  for (const start of starts) if (word.startsWith(start)) return true;
  return false;
}

/** What is filed under one beginning. */
interface Drawer {
  /** Forms and phrases by the word they are filed under. */
  readonly exact: ReadonlyMap<string, readonly Item[]>;
  /** What is filed under forms of verbs and nouns; all begin with one of `starts`, if a glance tells so much. */
  readonly inflected: readonly (Item & { readonly starts: readonly string[] | null })[];
}

/**
 * The wording of a lexicon in one language, filed by the first letters of the words it begins with and expanded when a
 * text holds such a word: a story needs a tenth of all forms, and expanding them is most of the load.
 */
export class Filing {
  private readonly drawers = new Map<string, Drawer>();

  constructor(
    private readonly cabinet: Cabinet,
    private readonly ids: readonly string[],
    private readonly lang: Language,
    private readonly matcher: PhraseMatcher<string>,
  ) {}

  /** Gives the matcher all that it files under `word`, in the order of the entries. */
  open(word: string): void {
    const { exact, inflected } = this.drawer(beginningOf(word));
    const found: Item[] = [...(exact.get(word) ?? [])];
    for (const item of inflected) if (mayBegin(word, item.starts)) found.push(item);
    for (const item of found.sort((a, b) => a.entry - b.entry)) this.file(item, word);
  }

  private file({ entry, kind, text }: Item, word: string): void {
    const id = this.ids[entry] as string;
    if (kind === 'phrases') {
      for (const phrase of unfold(text)) this.matcher.add(phrase, id, { under: word });
    } else if (kind === 'nouns' && COMPOUND.test(text)) {
      this.matcher.add(compound(text, this.lang), id, { under: word });
    } else if (this.formsOf(kind, text).includes(word)) this.matcher.addWords([word], id);
  }

  private drawer(beginning: string): Drawer {
    const known = this.drawers.get(beginning);
    if (known) return known;
    const exact = new Map<string, Item[]>();
    const inflected: Drawer['inflected'][number][] = [];
    for (const item of this.cabinet(beginning)) {
      const starts = this.startsOf(item);
      if (starts !== null || item.kind === 'verbs' || item.kind === 'nouns') {
        inflected.push({ ...item, starts });
        continue;
      }
      for (const word of this.exactWords(item)) {
        const there = exact.get(word);
        if (there) there.push(item);
        else exact.set(word, [item]);
      }
    }
    const drawer = { exact, inflected };
    this.drawers.set(beginning, drawer);
    return drawer;
  }

  private exactWords({ kind, text }: Item): Iterable<string> {
    if (kind === 'forms') return [fold(text)];
    return (
      this.matcher.glance(text) ??
      new Set(unfold(text).flatMap((phrase) => [...this.matcher.anchor(phrase).words]))
    );
  }

  private startsOf({ kind, text }: Item): readonly string[] | null {
    if (kind === 'forms') return null;
    if (kind === 'verbs') return verbStems(text, this.lang);
    if (kind === 'phrases') {
      const lemma = LEMMA.exec(text)?.[1];
      return lemma === undefined ? null : verbStems(lemma, this.lang);
    }
    // A plural changes no more than the last two letters.
    if (!COMPOUND.test(text)) return [fold(text).slice(0, -2)];
    const first = LONG_FIRST_WORD.exec(text)?.[0];
    return first === undefined ? null : [first.slice(0, -2)];
  }

  private formsOf(kind: Item['kind'], text: string): readonly string[] {
    if (kind === 'verbs') return verbForms(text, this.lang);
    return kind === 'nouns' ? nounForms(text, this.lang) : [fold(text)];
  }
}
