import { hitAt, type ConceptHit } from '../analysed';
import { type Concept, conceptOf } from '../concepts';
import { PhraseMatcher, type PhraseMatch } from '../phrases';
import type { Language } from '../reading';
import type { Token } from '../tokens';
import type { ConceptEntry } from './entry';
import { Filing, type Cabinet } from './filing';
import { verbForms } from './paradigms';

/** Finds the concepts of a topic in sentences; opens the wording of a language when first asked for it. */
export class Lexicon {
  private readonly matchers = new Map<Language, PhraseMatcher<Concept>>();
  /** By number of the concept that consumes another: the other. */
  private readonly consumed: (Concept | undefined)[] = [];

  /** `cabinet` gives the filed wording of a language. */
  constructor(
    private readonly entries: readonly ConceptEntry[],
    private readonly cabinet: (lang: Language, matcher: PhraseMatcher<Concept>) => Cabinet,
  ) {
    for (const { id, consumes } of entries)
      if (consumes) this.consumed[conceptOf(id).number] = conceptOf(consumes);
  }

  /** Concepts in tokens, by start; of the same concept only the longest hit at a place. */
  find(tokens: readonly Token[], lang: Language): ConceptHit[] {
    const matches = this.matcher(lang).find(tokens);
    const kept: ConceptHit[] = [];
    for (const match of matches)
      if (!this.isCovered(match, matches)) kept.push(hitAt(match.value, match.from, match.to));
    return kept;
  }

  /** True when one of the matches, which are in order, stands for this one as well. */
  private isCovered(match: PhraseMatch<Concept>, matches: readonly PhraseMatch<Concept>[]): boolean {
    for (const other of matches) {
      if (other.from > match.from) return false;
      if (other.to >= match.to && this.covers(other, match)) return true;
    }
    return false;
  }

  /** Which of two matches at a place is kept: the longer one of a concept, and a concept that consumes the other. */
  private covers(other: PhraseMatch<Concept>, match: PhraseMatch<Concept>): boolean {
    if (other === match) return false;
    if (other.value === match.value) return other.to - other.from > match.to - match.from;
    return this.consumed[other.value.number] === match.value;
  }

  private matcher(lang: Language): PhraseMatcher<Concept> {
    const known = this.matchers.get(lang);
    if (known) return known;
    const matcher: PhraseMatcher<Concept> = new PhraseMatcher(
      (lemma) => verbForms(lemma, lang),
      (word) => filing.open(word),
    );
    const concepts = this.entries.map(({ id }) => conceptOf(id));
    const filing = new Filing(this.cabinet(lang, matcher), concepts, lang, matcher);
    this.matchers.set(lang, matcher);
    return matcher;
  }
}
