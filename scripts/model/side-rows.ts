import type { Analysed } from '../../src/meaning/analysed';
import type { HashedModel } from '../../src/meaning/model/hashed-model';
import { findPeople } from '../../src/meaning/visit/people';
import { gazetteerMemory } from '../../src/meaning/visit/person-memory';
import { scenesOf } from '../../src/meaning/visit/scene';
import { SIDES } from '../../src/meaning/visit/settle-sides';
import { tellSides } from '../../src/meaning/visit/side-features';
import { SIDE_BITS } from '../../src/meaning/visit/side-sums';
import { modelsUnseen, type Recipe, type Row } from './hashed';
import { analyseShown, showings } from './showings';
import { isSure, type TrainingStory, trainingStories } from './training-stories';

export const SIDES_RECIPE: Recipe = { labels: SIDES, bits: SIDE_BITS, leastEvents: 6, weight: 0.4 };

/** A row for each party that the story names; none where its labellers did not agree. */
export function sideRows(story: TrainingStory, analysed: Analysed): Row[] {
  if (!isSure(story, 'visit.host') || !isSure(story, 'visit.visitors')) return [];
  const { host, visitors } = story.labels.visit!;
  const { published, outletCountry } = analysed.story;
  const people = findPeople(analysed, gazetteerMemory(published?.slice(0, 10) ?? null));
  const parties = tellSides(scenesOf(analysed), people, outletCountry ?? null, (sums) => sums.toMap());
  return [...parties].map(([party, features]): Row => {
    const truth = new Set<string>();
    if (party === host) truth.add('host');
    if (visitors.includes(party)) truth.add('visitor');
    return { story, features, truth };
  });
}

/** What tells the sides of a story without having seen its event: so they are of tomorrow's stories. */
export function sidesUnseen(): (story: TrainingStory) => HashedModel {
  const stories = trainingStories().filter((story) => isSure(story, 'visit'));
  const rows = showings(stories).flatMap((showing) => sideRows(showing.story, analyseShown(showing)));
  return modelsUnseen(rows, SIDES_RECIPE);
}
