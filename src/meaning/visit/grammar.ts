import type { ConceptHit } from '../analysed';
import type { Language } from '../reading';
import type { Scene } from './scene';
import { setOf } from '../set-of';
import { foldedAt } from '../tokens';

/** Prepositions of place before a country: what follows them is where something happens or whither one goes. */
const TO: Readonly<Record<Language, ReadonlySet<string>>> = {
  es: setOf('a al en hacia hasta'),
  en: setOf('to in into at inside across'),
  pt: setOf('a ao em no na nos nas para ate'),
  fr: setOf('a au aux en dans vers sur'),
};
/** Prepositions of belonging. */
export const OF = setOf('de del da do dos das of du des d');
const ARTICLES = setOf('el la los las the o os as le les l');
/** Before the doer of a passive act. */
export const AGENT = setOf('por by pelo pela pelos pelas par');

/** The word before a name, its article passed over. */
export function wordBefore(scene: Scene, at: number): string {
  const { tokens } = scene.sentence;
  let back = at - 1;
  if (ARTICLES.has(foldedAt(tokens, back))) back--;
  return foldedAt(tokens, back);
}

/** True for the name of a place that a preposition of place leads to. */
export const leadsTo = (scene: Scene, at: number): boolean => TO[scene.lang].has(wordBefore(scene, at));

const HOMEWARD = 4;
/** Words of being back, against verbs of going back, which may be for a second visit. */
const BACK = setOf('vuelta volta retour back regreso home rentre rentres');

/**
 * "Vuelven a Santiago", "back in London", "de volta ao Brasil": whither those go who go home. A verb says so only in a
 * sentence that speaks of another country as well: "vuelve a El Salvador" alone is a second visit.
 */
export const leadsHome = (scene: Scene, hit: ConceptHit): boolean =>
  leadsTo(scene, hit.from) &&
  scene.acts.some(
    ({ id, from, to }) =>
      id === 'ACT.return' &&
      to <= hit.from &&
      hit.from - to <= HOMEWARD &&
      (scene.sentence.tokens.slice(from, to).some(({ folded }) => BACK.has(folded)) ||
        scene.sentence.countries.some((country) => country !== hit.value)),
  );
