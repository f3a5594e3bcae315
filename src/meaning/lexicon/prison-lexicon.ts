import packed from '../compiled/lexicon.json';
import { unpack } from '../packed';
import type { Language } from '../reading';
import { Shelf } from '../shelf';
import type { ConceptEntry } from './entry';
import { KINDS_OF_WORDING, type Cabinet } from './filing';
import { Lexicon } from './lexicon';
import { BEGINNING } from './paradigms';

/** Concepts parted by blanks, each with what it consumes (`ID>OTHER`), and their shelved wording by language. */
type CompiledLexicon = Readonly<Record<Language | 'concepts', string>>;

const compiled = unpack<CompiledLexicon>(packed);

/** The concepts of the built-in topic; their wording is in the files beside this one, and filed by a build step. */
export const PRISON_CONCEPTS: readonly ConceptEntry[] = compiled.concepts.split(' ').map((concept) => {
  const [id = '', consumes] = concept.split('>');
  return consumes === undefined ? { id } : { id, consumes };
});

const KINDS = KINDS_OF_WORDING.length;

function cabinetOf(lang: Language): Cabinet {
  const shelf = new Shelf(compiled[lang], BEGINNING);
  return (beginning) =>
    shelf.open(beginning).map(({ tag, text }) => ({
      entry: Math.floor(tag / KINDS),
      kind: KINDS_OF_WORDING[tag % KINDS]!,
      text,
    }));
}

export const prisonLexicon = new Lexicon(PRISON_CONCEPTS, cabinetOf);
