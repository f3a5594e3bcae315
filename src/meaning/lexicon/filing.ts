import { fold } from '../fold';
import type { PhraseMatcher } from '../phrases';
import type { Language } from '../reading';
import type { ConceptEntry } from './entry';
import { compound, expandWording, list, unfold } from './expand';
import { beginningOf, nounForms, verbBeginnings } from './paradigms';

/** One item of an entry's wording, not expanded yet. */
interface Item {
  readonly id: string;
  readonly kind: 'forms' | 'verbs' | 'nouns' | 'phrases';
  readonly text: string;
}

const LONG_WORD = /^\p{L}{4,}(?!\p{L}|\.)/u;
/** Filed under its second word. */
const SHORT_THEN_WORD = /^\p{L}{1,3} (\p{L}+)(?![\p{L}\p{M}\p{N}.])/u;
const LONG_CHOICES = /^\(((?:\p{L}{4,}\|)*\p{L}{4,})\)(?!\?)/u;
const LEMMA = /^\{([^}]+)\}/;
const COMPOUND = /[\s'’-]/;

/**
 * The wording of a lexicon in one language, filed by the first letters of the words it begins with and expanded when a
 * text holds a word that begins so: a story needs a tenth of all forms, and expanding them is most of the load.
 */
export class Filing {
  private readonly drawers = new Map<string, Item[]>();

  constructor(
    entries: readonly ConceptEntry[],
    private readonly lang: Language,
    private readonly matcher: PhraseMatcher<string>,
  ) {
    for (const entry of entries) {
      const wording = entry[lang];
      for (const kind of ['forms', 'verbs', 'nouns', 'phrases'] as const)
        for (const text of list(wording?.[kind])) this.file({ id: entry.id, kind, text });
    }
  }

  private file(item: Item): void {
    for (const beginning of this.beginnings(item)) {
      const drawer = this.drawers.get(beginning);
      if (drawer) drawer.push(item);
      else this.drawers.set(beginning, [item]);
    }
  }

  private beginnings({ kind, text }: Item): Iterable<string> {
    if (kind === 'verbs') return verbBeginnings(text, this.lang);
    if (kind === 'forms') return [beginningOf(fold(text))];
    if (kind === 'phrases') return this.phraseBeginnings(text);
    if (COMPOUND.test(text)) return this.anchors(compound(text, this.lang));
    // A plural changes no more than the last two letters.
    return text.length > 4 ? [beginningOf(fold(text))] : new Set(nounForms(text, this.lang).map(beginningOf));
  }

  /** The usual shapes are told at a glance; the matcher itself says where it files the others. */
  private phraseBeginnings(phrase: string): Iterable<string> {
    const word = LONG_WORD.exec(phrase)?.[0] ?? SHORT_THEN_WORD.exec(phrase)?.[1];
    if (word !== undefined) return [beginningOf(fold(word))];
    const choices = LONG_CHOICES.exec(phrase)?.[1];
    if (choices !== undefined) return new Set(choices.split('|').map((choice) => beginningOf(fold(choice))));
    const lemma = LEMMA.exec(phrase)?.[1];
    if (lemma !== undefined && lemma.length > 5) return verbBeginnings(lemma, this.lang);
    return new Set(unfold(phrase).flatMap((variant) => [...this.anchors(variant)]));
  }

  private anchors(phrase: string): Set<string> {
    return new Set(Array.from(this.matcher.anchor(phrase).words, beginningOf));
  }

  /** Gives the matcher all that begins like `word`, in the order of the entries. */
  open(word: string): void {
    const beginning = beginningOf(word);
    const drawer = this.drawers.get(beginning);
    if (drawer === undefined) return;
    this.drawers.delete(beginning);
    const under = (form: string): boolean => beginningOf(form) === beginning;
    for (const id of new Set(drawer.map((item) => item.id))) {
      const texts = (kind: Item['kind']): string =>
        drawer
          .filter((item) => item.id === id && item.kind === kind)
          .map(({ text }) => text)
          .join(',');
      const { words, phrases } = expandWording(
        { forms: texts('forms'), verbs: texts('verbs'), nouns: texts('nouns'), phrases: texts('phrases') },
        this.lang,
      );
      this.matcher.addWords(words.filter(under), id);
      for (const phrase of phrases) this.matcher.add(phrase, id, { under });
    }
  }
}
