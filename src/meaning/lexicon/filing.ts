import type { Concept } from '../concepts';
import { fold } from '../fold';
import type { PhraseMatcher } from '../phrases';
import type { Language } from '../reading';
import type { ConceptEntry } from './entry';
import { compound, list, unfold } from './expand';
import { beginningOf } from '../shelf';
import { nounForms, verbBeginnings, verbForms, verbStems } from './paradigms';

export const KINDS_OF_WORDING = ['forms', 'verbs', 'nouns', 'phrases'] as const;

/** One item of an entry's wording, not expanded yet. */
export interface Item {
  /** Number of the entry. */
  readonly entry: number;
  readonly kind: (typeof KINDS_OF_WORDING)[number];
  readonly text: string;
}

/** The items filed under a word, and those filed under a beginning of words, entries in order. */
export interface Cabinet {
  word(word: string): readonly Item[];
  beginning(letters: string): readonly Item[];
}

const LEMMA = /^\{([^}]+)\}/;
const COMPOUND = /[\s'’-]/;

type Matcher = Pick<PhraseMatcher<Concept>, 'anchor' | 'glance'>;

const lemmaOf = (phrase: string): string | undefined => LEMMA.exec(phrase)?.[1];

const beginnings = (words: Iterable<string>): string[] => [...new Set(Array.from(words, beginningOf))];

/** The words under which the matcher will file a phrase. */
export const anchorsOf = (phrase: string, matcher: Matcher): readonly string[] =>
  matcher.glance(phrase) ?? [
    ...new Set(unfold(phrase).flatMap((variant) => [...matcher.anchor(variant).words])),
  ];

const NO_LETTERS = /[^a-z0-9ñ]+/;

/** What an item is filed under: words that it holds, or else the beginnings of all words that it stands for. */
export interface Keys {
  readonly words: readonly string[];
  readonly beginnings: readonly string[];
}

export function keysOf({ kind, text }: Item, lang: Language, matcher: Matcher): Keys {
  const lemma = kind === 'verbs' ? text : kind === 'phrases' ? lemmaOf(text) : undefined;
  if (lemma !== undefined) return { words: [], beginnings: verbBeginnings(lemma, lang) };
  if (kind === 'forms') return { words: [fold(text)], beginnings: [] };
  if (kind === 'nouns') {
    const words = COMPOUND.test(text)
      ? [...matcher.anchor(compound(text, lang)).words]
      : // A plural changes no more than the last two letters.
        text.length > 4
        ? [fold(text)]
        : nounForms(text, lang);
    return { words: [], beginnings: beginnings(words) };
  }
  const words = anchorsOf(text, matcher);
  const held = new Set(fold(text).split(NO_LETTERS));
  return words.every((word) => held.has(word))
    ? { words, beginnings: [] }
    : { words: [], beginnings: beginnings(words) };
}

/** All items of a lexicon's wording in one language, entries in order. */
export function* itemsOf(entries: readonly ConceptEntry[], lang: Language): Generator<Item> {
  for (const [entry, wordings] of entries.entries())
    for (const kind of KINDS_OF_WORDING)
      for (const text of list(wordings[lang]?.[kind])) yield { entry, kind, text };
}

/** Files a lexicon that no build step has filed before. */
export function cabinetOf(entries: readonly ConceptEntry[], lang: Language, matcher: Matcher): Cabinet {
  const byWord = new Map<string, Item[]>();
  const byBeginning = new Map<string, Item[]>();
  const put = (drawers: Map<string, Item[]>, keys: Iterable<string>, item: Item): void => {
    for (const key of keys) {
      const drawer = drawers.get(key);
      if (drawer) drawer.push(item);
      else drawers.set(key, [item]);
    }
  };
  for (const item of itemsOf(entries, lang)) {
    const keys = keysOf(item, lang, matcher);
    put(byWord, keys.words, item);
    put(byBeginning, keys.beginnings, item);
  }
  return {
    word: (word) => byWord.get(word) ?? [],
    beginning: (letters) => byBeginning.get(letters) ?? [],
  };
}

/** What is filed under forms of verbs and nouns; all begin with one of `starts`, if a glance tells so much. */
interface Inflected extends Item {
  readonly starts: readonly string[] | null;
}

const LONG_FIRST_WORD = /^[a-zñ]{4,}/;

function mayBegin(word: string, starts: readonly string[] | null): boolean {
  if (starts === null) return true;
  for (const start of starts) if (word.startsWith(start)) return true;
  return false;
}

/**
 * The wording of a lexicon in one language, expanded when a text holds a word that may call for it: a story needs a
 * tenth of all forms, and expanding them is most of the load.
 */
export class Filing {
  private readonly drawers = new Map<string, readonly Inflected[]>();

  constructor(
    private readonly cabinet: Cabinet,
    private readonly concepts: readonly Concept[],
    private readonly lang: Language,
    private readonly matcher: PhraseMatcher<Concept>,
  ) {}

  /** Gives the matcher all that it files under `word`, in the order of the entries. */
  open(word: string): void {
    const found: Item[] = [...this.cabinet.word(word)];
    for (const item of this.inflected(beginningOf(word))) if (mayBegin(word, item.starts)) found.push(item);
    for (const item of found.sort((a, b) => a.entry - b.entry)) this.file(item, word);
  }

  private file({ entry, kind, text }: Item, word: string): void {
    const concept = this.concepts[entry] as Concept;
    if (kind === 'phrases') {
      const lemma = lemmaOf(text);
      if (lemma === undefined || verbForms(lemma, this.lang).includes(word))
        for (const phrase of unfold(text)) this.matcher.add(phrase, concept, { under: word });
    } else if (kind === 'nouns' && COMPOUND.test(text)) {
      this.matcher.add(compound(text, this.lang), concept, { under: word });
    } else if (this.formsOf(kind, text).includes(word)) this.matcher.addWords([word], concept);
  }

  private inflected(beginning: string): readonly Inflected[] {
    const known = this.drawers.get(beginning);
    if (known) return known;
    const drawer = this.cabinet
      .beginning(beginning)
      .map(({ entry, kind, text }) => ({ entry, kind, text, starts: this.startsOf(kind, text) }));
    this.drawers.set(beginning, drawer);
    return drawer;
  }

  private startsOf(kind: Item['kind'], text: string): readonly string[] | null {
    if (kind === 'verbs') return verbStems(text, this.lang);
    if (kind === 'phrases') {
      const lemma = lemmaOf(text);
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
