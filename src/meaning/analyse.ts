import type { Analysed, AnalysedSentence, ConceptHit, NameFinder } from './analysed';
import { cutStory } from './cut';
import { findNames } from './gazetteer/find-names';
import { identifyLanguage } from './language';
import type { Lexicon } from './lexicon/lexicon';
import type { StoryText } from './reading';

/** Sentences after this many are not searched: long reads say what they are about before. */
const SENTENCES = 60;

const byPlace = (a: ConceptHit, b: ConceptHit): number => a.from - b.from || b.to - a.to;

/** Cuts a story and finds concepts and names in it. A text in none of the four languages has names only. */
export function analyse(story: StoryText, lexicon: Lexicon, names: NameFinder = findNames): Analysed {
  const lang = identifyLanguage(`${story.title}\n${story.summary}\n${story.body}`);
  const sentences = cutStory(story)
    .slice(0, SENTENCES)
    .map((sentence): AnalysedSentence => {
      const concepts = lang === 'other' ? [] : lexicon.find(sentence.tokens, lang);
      const hits = [...concepts, ...names(sentence.tokens, lang)].sort(byPlace);
      return { ...sentence, hits, concepts: new Set(hits.map((hit) => hit.id)) };
    });
  return { story, lang, sentences };
}
