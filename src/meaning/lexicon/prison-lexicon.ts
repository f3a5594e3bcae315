import { compiled } from '../language-data';
import type { Language } from '../reading';
import { Shelf, type Filed } from '../shelf';
import type { ConceptEntry } from './entry';
import { KINDS_OF_WORDING, type Cabinet, type Item } from './filing';
import { Lexicon } from './lexicon';

/** Concepts parted by blanks, each with what it consumes (`ID>OTHER`), and their shelved wording by language. */
type CompiledLexicon = Readonly<Record<Language | 'concepts', string>>;

const wordings = compiled<CompiledLexicon>('lexicon');

/** The concepts of the built-in topic; their wording is in the files beside this one, and filed by a build step. */
export const PRISON_CONCEPTS: readonly ConceptEntry[] = wordings.concepts.split(' ').map((concept) => {
  const [id = '', consumes] = concept.split('>');
  return consumes === undefined ? { id } : { id, consumes };
});

const KINDS = KINDS_OF_WORDING.length;

const itemOf = ({ tag, text }: Filed): Item => ({
  entry: Math.floor(tag / KINDS),
  kind: KINDS_OF_WORDING[tag % KINDS]!,
  text,
});

function cabinetOf(lang: Language): Cabinet {
  const shelf = new Shelf(wordings[lang]);
  return {
    word: (word) => shelf.word(word).map(itemOf),
    beginning: (letters) => shelf.beginning(letters).map(itemOf),
  };
}

export const prisonLexicon = new Lexicon(PRISON_CONCEPTS, cabinetOf);
