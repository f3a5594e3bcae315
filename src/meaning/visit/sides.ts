import type { Analysed } from '../analysed';
import { voteActors, votePeople } from './actors';
import type { PersonMention } from './people';
import { votePlaces } from './places';
import type { Scene } from './scene';
import { newTally, type Sides } from './tally';

/** Weighs, over the whole story, who visits and who is visited. */
export function weighSides(
  analysed: Analysed,
  scenes: readonly Scene[],
  people: readonly PersonMention[],
): Sides {
  const sides: Sides = { visitors: newTally(), host: newTally() };
  for (const scene of scenes) {
    votePlaces(scene, sides);
    voteActors(scene, sides, analysed.story[scene.sentence.zone]);
    votePeople(scene, people, sides);
  }
  return sides;
}
