import { fold } from '../../src/meaning/fold';
import { KINDS } from '../../src/meaning/reading';
import type { Prediction } from '../../src/stories/classify';
import type { LabelledStory, VisitLabel } from './sets';
import { bcubed, Share, Tally } from './tally';

/** Measures by name ("relevant", "kind:…", "query:…", "visit.host", …): F1, or share of right answers. */
export type Measures = ReadonlyMap<string, number>;

const words = (text: string): string[] => fold(text).split(/\s+/);

/** Facilities agree when one name holds the other or they share a word of four letters. */
export function sameFacility(predicted: string | null, gold: string | null): boolean {
  if (!predicted || !gold) return !predicted && !gold;
  const [a, b] = [fold(predicted), fold(gold)];
  const long = (text: string): string[] => text.match(/[\p{L}\p{N}_]{4,}/gu) ?? [];
  return a.includes(b) || b.includes(a) || long(a).some((word) => long(b).includes(word));
}

const sameDate = (predicted: string | null, gold: string): boolean =>
  predicted !== null && (gold.startsWith(predicted.slice(0, 7)) || predicted.startsWith(gold.slice(0, 7)));

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  [...new Set(a)].sort().join() === [...new Set(b)].sort().join();

/** Names agree when the surname of either stands in the other. */
export const sameName = (a: string, b: string): boolean => {
  const [left, right] = [words(a), words(b)];
  return right.includes(left.at(-1) ?? '') || left.includes(right.at(-1) ?? '');
};

class Board {
  readonly tallies = new Map<string, Tally>();
  readonly shares = new Map<string, Share>();

  tally(name: string): Tally {
    const known = this.tallies.get(name) ?? new Tally();
    this.tallies.set(name, known);
    return known;
  }

  share(name: string): Share {
    const known = this.shares.get(name) ?? new Share();
    this.shares.set(name, known);
    return known;
  }
}

function scoreVisit(board: Board, labels: readonly VisitLabel[], predicted: Prediction['visit']): void {
  board.share('visit.host').add(labels.some(({ host }) => host === predicted?.host));
  board
    .share('visit.visitors')
    .add(labels.some(({ visitors }) => sameSet(visitors, predicted?.visitors ?? [])));
  board.share('visit.status').add(labels.some(({ status }) => status === predicted?.status));
  board
    .share('visit.facility')
    .add(labels.some(({ facility }) => sameFacility(predicted?.facility ?? null, facility)));
  const dates = labels.map(({ date }) => date).filter((date) => date !== null && date !== undefined);
  if (dates.length > 0)
    board.share('visit.date').add(dates.some((date) => sameDate(predicted?.date ?? null, date)));
  const gold = (labels[0]?.officials ?? []).map(({ name }) => name).filter(Boolean);
  const named = (predicted?.officials ?? []).map(({ name }) => name).filter(Boolean);
  const officials = board.tally('visit.officials');
  for (const name of gold)
    officials.add(
      true,
      named.some((other) => sameName(name, other)),
    );
  for (const name of named) if (!gold.some((other) => sameName(name, other))) officials.add(false, true);
}

function scoreStory(board: Board, story: LabelledStory, predicted: Prediction): void {
  const { labels } = story;
  const unsure = new Set(story.unsure ?? []);
  if (!unsure.has('relevant')) board.tally('relevant').add(labels.relevant, predicted.relevant);
  for (const kind of KINDS) {
    if (unsure.has(`kind:${kind}`)) continue;
    const [gold, found] = [labels.kinds.includes(kind), predicted.kinds.includes(kind)];
    board.tally('kinds (micro)').add(gold, found);
    board.tally(`kind:${kind}`).add(gold, found);
  }
  for (const [query, gold] of Object.entries(labels.alerts ?? {}))
    if (!unsure.has(`alert:${query}`))
      board.tally(`query:${query}`).add(gold, predicted.matches.includes(query));
  board.share('language').add(predicted.lang === story.lang);
  if (labels.visit && !unsure.has('visit') && !unsure.has('kind:delegation-visit'))
    scoreVisit(board, labels.visit2 ? [labels.visit, labels.visit2] : [labels.visit], predicted.visit);
}

/** Scores predictions against labels; fields on which the labellers differed are left out. */
export function score(stories: readonly LabelledStory[], predictions: readonly Prediction[]): Measures {
  const board = new Board();
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]));
  const gold = new Map<string, string>();
  const events = new Map<string, string>();
  for (const story of stories) {
    const predicted = byId.get(story.id);
    if (!predicted) throw new Error(`No prediction for story ${story.id}`);
    scoreStory(board, story, predicted);
    if (!story.labels.relevant) continue;
    gold.set(story.id, story.labels.event);
    events.set(story.id, predicted.event ?? `none:${story.id}`);
  }
  const measures = new Map<string, number>();
  for (const [name, tally] of board.tallies) if (tally.asked) measures.set(name, tally.f1);
  for (const [name, share] of board.shares) if (share.asked) measures.set(name, share.value);
  const relevant = board.tally('relevant');
  measures.set('relevant: precision', relevant.precision).set('relevant: recall', relevant.recall);
  if (gold.size > 0) measures.set('events B-cubed', bcubed(gold, events));
  return measures;
}
