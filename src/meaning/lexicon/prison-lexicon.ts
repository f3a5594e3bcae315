import compiled from '../compiled/lexicon.json';
import { Drawers } from '../drawers';
import type { Language } from '../reading';
import type { ConceptEntry } from './entry';
import { KINDS_OF_WORDING, type Cabinet } from './filing';
import { Lexicon } from './lexicon';

/** The concepts of the built-in topic; their wording is in the files beside this one, and filed by a build step. */
export const PRISON_CONCEPTS: readonly ConceptEntry[] = compiled.concepts.split(' ').map((concept) => {
  const [id = '', consumes] = concept.split('>');
  return consumes === undefined ? { id } : { id, consumes };
});

const KINDS = KINDS_OF_WORDING.length;

function cabinetOf(lang: Language): Cabinet {
  const drawers = new Drawers(1, compiled[lang].lines, compiled[lang].elsewhere);
  return (beginning) =>
    drawers
      .open(beginning)
      .map(({ tag, text }) => ({
        entry: Math.floor(tag / KINDS),
        kind: KINDS_OF_WORDING[tag % KINDS]!,
        text,
      }))
      .sort((a, b) => a.entry - b.entry);
}

export const prisonLexicon = new Lexicon(PRISON_CONCEPTS, cabinetOf);
