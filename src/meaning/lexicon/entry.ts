import type { Language } from '../reading';

/** What one language says for a concept. Each string is a list parted by commas. */
export interface Wording {
  /** Infinitives, expanded by paradigm (see paradigms.ts): "visitar, negar/nieg". */
  readonly verbs?: string;
  /** Singulars, every word of which takes its plural: "centro penitenciario". */
  readonly nouns?: string;
  /** Phrases for the phrase matcher; `{hacer} una visita` stands for all forms of the verb. */
  readonly phrases?: string;
  /** Single forms taken as they are. */
  readonly forms?: string;
}

/** One concept of a topic's lexicon, as its data file holds it. */
export interface ConceptEntry extends Readonly<Partial<Record<Language, Wording>>> {
  /** FAMILY.name, unique in a topic. */
  readonly id: string;
  /** Ids of concepts whose hits this one swallows: "12 años de prisión" is a sentence, no prison. */
  readonly consumes?: string;
}
