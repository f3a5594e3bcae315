import { conceptTest, Family } from './concepts';
import {
  inOrder,
  type Analysed,
  type AnalysedSentence,
  type ConceptHit,
  type NameFinder,
  isOf,
} from './analysed';
import { cutStory } from './cut';
import { findNames } from './gazetteer/find-names';
import { settleTwins } from './gazetteer/twins';
import { identifyLanguage } from './language';
import type { Lexicon } from './lexicon/lexicon';
import type { StoryText } from './reading';
import { conceptsOf, countriesIn } from './sides';

/** Sentences after this many are not searched: long reads say what they are about before. */
const SENTENCES = 60;

const PROPER = conceptTest('FACILITY PERSON ORG OUTLET COUNTRY');

/** Words inside a proper name are no concepts: "La Modelo" holds no model, "Human Rights Watch" no watch. */
const insideName = (hit: ConceptHit, names: readonly ConceptHit[]): boolean => {
  for (const { concept, from, to } of names)
    if (from <= hit.from && hit.to <= to && PROPER.has(concept))
      return !isOf(hit, Family.Prison) && hit.id !== 'MODEL.leader';
  return false;
};

const together = (concepts: ConceptHit[], names: readonly ConceptHit[]): ConceptHit[] => {
  if (names.length === 0) return concepts;
  const hits: ConceptHit[] = [];
  for (const hit of concepts) if (!insideName(hit, names)) hits.push(hit);
  hits.push(...names);
  return inOrder(hits);
};

/** Cuts a story and finds concepts and names in it. A text in none of the four languages has names only. */
export function analyse(story: StoryText, lexicon: Lexicon, names: NameFinder = findNames): Analysed {
  const lang = identifyLanguage(`${story.title}\n${story.summary}\n${story.body}`);
  const cut = cutStory(story, SENTENCES);
  // One matcher after the other: each is at its fastest while its own data lie near at hand.
  const concepts = cut.map(({ tokens }) => (lang === 'other' ? [] : lexicon.find(tokens, lang)));
  const named = settleTwins(cut.map(({ tokens }) => names(tokens, lang)));
  const sentences = cut.map(({ zone, index, position, start, end, tokens }, at): AnalysedSentence => {
    const hits = together(concepts[at] as ConceptHit[], named[at] as readonly ConceptHit[]);
    const countries = countriesIn(hits);
    const ids = conceptsOf(hits, countries);
    return { zone, index, position, start, end, tokens, hits, concepts: ids, countries };
  });
  return { story, lang, sentences };
}
