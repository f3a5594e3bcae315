import { hitOf, type ConceptHit } from '../analysed';
import { PhraseMatcher, type PhraseMatch } from '../phrases';
import type { Language } from '../reading';
import type { Token } from '../tokens';
import type { ConceptEntry } from './entry';
import { Filing, type Cabinet } from './filing';
import { verbForms } from './paradigms';

/** Finds the concepts of a topic in sentences; opens the wording of a language when first asked for it. */
export class Lexicon {
  private readonly matchers = new Map<Language, PhraseMatcher<string>>();
  private readonly consumers: ReadonlyMap<string, string>;

  /** `cabinet` gives the filed wording of a language. */
  constructor(
    private readonly entries: readonly ConceptEntry[],
    private readonly cabinet: (lang: Language, matcher: PhraseMatcher<string>) => Cabinet,
  ) {
    this.consumers = new Map(
      entries.flatMap(({ id, consumes }) => (consumes ? [[id, consumes] as const] : [])),
    );
  }

  /** Concepts in tokens, by start; of the same concept only the longest hit at a place. */
  find(tokens: readonly Token[], lang: Language): ConceptHit[] {
    const matches = this.matcher(lang).find(tokens);
    const kept: ConceptHit[] = [];
    for (const match of matches)
      if (!this.isCovered(match, matches)) kept.push(hitOf(match.value, match.from, match.to));
    return kept;
  }

  /** True when one of the matches, which are in order, stands for this one as well. */
  private isCovered(match: PhraseMatch<string>, matches: readonly PhraseMatch<string>[]): boolean {
    for (const other of matches) {
      if (other.from > match.from) return false;
      if (other.to >= match.to && this.covers(other, match)) return true;
    }
    return false;
  }

  /** Which of two matches at a place is kept: the longer one of a concept, and a concept that consumes the other. */
  private covers(other: PhraseMatch<string>, match: PhraseMatch<string>): boolean {
    if (other === match) return false;
    if (other.value === match.value) return other.to - other.from > match.to - match.from;
    return this.consumers.get(other.value) === match.value;
  }

  private matcher(lang: Language): PhraseMatcher<string> {
    const known = this.matchers.get(lang);
    if (known) return known;
    const matcher: PhraseMatcher<string> = new PhraseMatcher(
      (lemma) => verbForms(lemma, lang),
      (word) => filing.open(word),
    );
    const ids = this.entries.map(({ id }) => id);
    const filing = new Filing(this.cabinet(lang, matcher), ids, lang, matcher);
    this.matchers.set(lang, matcher);
    return matcher;
  }
}
