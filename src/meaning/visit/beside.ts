import type { Concept } from '../concepts';
import { hashOf } from '../hash';
import { partOf } from '../model/buckets';
import { stemOf } from '../model/model-features';
import { type Token, tokenAt } from '../tokens';
import { WordNumbers } from '../vocabulary';
import { placeOf, type Place, type Scene } from './scene';

/** What features tell of the sentence in which a person or prison is named, and of the words and concepts beside the name. */

const WORTH: Readonly<Record<Place, number>> = { title: 1, lead: 1, body: 0.7, late: 0.5 };
const RECAP = 0.5;

/** Places in the story as parts of features. */
export const PLACE: Readonly<Record<Place, number>> = {
  title: partOf('title'),
  lead: partOf('lead'),
  body: partOf('body'),
  late: partOf('late'),
};

/** What a feature counts in this sentence. */
export const worthOf = ({ sentence, recap }: Scene): number => WORTH[placeOf(sentence)] * (recap ? RECAP : 1);

/** The number of the stem of a folded word. */
export const stemNumber = (folded: string): number => 200 + ((hashOf(stemOf(folded)) >>> 0) % 60_000);
const STEMS = new WordNumbers(({ folded }) => stemNumber(folded));

/** The number of the stem of a word of a sentence; `none` where it has none. */
export function stemAt(tokens: readonly Token[], at: number, none: number): number {
  const token = tokenAt(tokens, at);
  return token === undefined ? none : STEMS.of(token);
}

/** What is known of a concept: its number, one for all offices, and whether it tells by standing in a sentence. */
interface ToldConcept {
  readonly number: number;
  readonly tells: boolean;
}

/** Concepts as features know them; those that `telling` fits tell by standing in a sentence. */
export class ToldConcepts {
  /** By number of the concept. */
  private readonly known: ToldConcept[] = [];

  constructor(private readonly telling: RegExp) {}

  of(concept: Concept): ToldConcept {
    return (this.known[concept.number] ??= {
      number: partOf((concept.kind ?? concept).id),
      tells: this.telling.test(concept.id),
    });
  }
}
