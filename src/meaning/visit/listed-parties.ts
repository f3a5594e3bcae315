import type { Party } from '../reading';
import { wordSet } from '../vocabulary';
import { namingsIn } from './party-namings';
import type { PersonMention } from './people';
import { placeOf, type Scene } from './scene';
import { CAPITALS } from './title-case';

/** What may stand between two names of a list beside the names of persons. */
const GLUE = wordSet(
  'y e and et de del do da du des of la el los las the le les l d o a as os his her su sus seu sua son',
);
/** "El chileno Mauricio Ibacache, de Antofagasta, y el argentino": so many tokens lie between two at most. */
const BETWEEN = 7;

/** Parties that a sentence of the head lists one after the other: "de Argentina, Luis Rollé; Perú, Óscar Arriola, y Ecuador". */
export function listedParties(scenes: readonly Scene[], people: readonly PersonMention[]): Party[][] {
  const lists: Party[][] = [];
  for (const scene of scenes) {
    if (placeOf(scene.sentence) === 'late' || scene.recap) continue;
    const { tokens } = scene.sentence;
    const namings = namingsIn(scene, people)
      .filter(({ kind, from }) => (kind === 'COUNTRY' || kind === 'DEMONYM') && from >= scene.dateline)
      .sort((a, b) => a.from - b.from);
    let list: Party[] = [];
    let end = -1;
    const close = (): void => {
      if (new Set(list).size > 1) lists.push([...new Set(list)]);
    };
    for (const { party, from, to } of namings) {
      const between = tokens.slice(end, from);
      const follows =
        end >= 0 &&
        from >= end &&
        between.length <= BETWEEN &&
        between.every((token) => GLUE.has(token) || CAPITALS.has(token));
      if (!follows) {
        close();
        list = [];
      }
      list.push(party);
      end = to;
    }
    close();
  }
  return lists;
}
