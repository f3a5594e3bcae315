import { isState } from '../gazetteer/names';
import type { Party } from '../reading';
import { WITH_HOST, WITH_VISITOR } from './company';
import { partyOfAny } from './parties';
import type { PersonMention } from './people';
import type { Act } from './acts';
import type { Scene } from './scene';
import { sideBySide } from './side-by-side';
import { sovereignOf } from './visitors';

/** Who visits whom. */
export interface Sides {
  /** States that territories belong to stand for them. */
  readonly visitors: readonly Party[];
  readonly host: Party | 'unknown';
  /** Day or month on which the story was published. */
  readonly published: string | null;
}

/** Where somebody stands by the party he serves. */
export const enum Side {
  Open = 1,
  Ours,
  Theirs,
  Others,
}

export const sideOf = (party: Party | null, { visitors, host }: Sides): Side => {
  if (party === null) return Side.Open;
  if (visitors.includes(party)) return Side.Ours;
  return party === host ? Side.Theirs : Side.Others;
};

/** No single state: members come from many. */
export const isBody = (party: Party): boolean => !isState(party) || party === 'EU';

/** A party named at tokens [from, to). */
interface NamedSide {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
}

/** A sentence that names persons, with what concerns them all: found once for the sentence. */
export interface Stage {
  readonly scene: Scene;
  /** Text of the zone. */
  readonly text: string;
  readonly here: readonly PersonMention[];
  /** Whether each stands side by side with the next. */
  readonly joined: readonly boolean[];
  readonly sides: readonly NamedSide[];
  /** What the story itself tells of, outside quotation marks. */
  readonly acts: readonly Act[];
  /** Places in the text where words of company and of hosts begin. */
  readonly company: readonly number[];
  readonly hosts: readonly number[];
}

export function stageOf(scene: Scene, text: string, here: readonly PersonMention[], sides: Sides): Stage {
  const { sentence } = scene;
  const named: NamedSide[] = [];
  for (const hit of sentence.hits) {
    const party = partyOfAny(hit);
    if (party !== null) named.push({ side: sideOf(sovereignOf(party), sides), from: hit.from, to: hit.to });
  }
  return {
    scene,
    text,
    here,
    joined: here.map((person, at) => {
      const next = here[at + 1];
      return next !== undefined && sideBySide(person, next, sentence, text, here[at + 2]);
    }),
    sides: named,
    acts: scene.acts.filter(({ quoted }) => !quoted),
    company: WITH_VISITOR.placesIn(sentence, text),
    hosts: WITH_HOST.placesIn(sentence, text),
  };
}
