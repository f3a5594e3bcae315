import { partOf } from '../model/buckets';
import { FeatureSums } from './feature-sums';
import { fieldOf, HEAD, isNews, MANY, Relation, TITLE, type Contender, type Field } from './prison-field';
import { concepts, countMention, kindOf, Part } from './prison-features';
import { By, type Candidate, type VisitSides } from './prison-mentions';
import type { Scene } from './scene';

const sums = new FeatureSums();

/** Counts what all namings of one candidate tell together, and beside what others it stands. */
function countContender(contender: Contender, order: number, field: Field): void {
  const { candidate, relation, by, zones } = contender;
  const { mentions, facility } = candidate;
  const { guest, toured, inTitle } = field;
  for (const mention of mentions) countMention(mention, relation, field.several, sums);
  sums.worth = 1;
  const kind = kindOf(by, relation);
  const count = Math.min(mentions.length, MANY);
  const nth = Math.min(order, MANY);
  const head = zones & HEAD;
  sums.add(Part.Relation, kind);
  sums.add(Part.Guest, kind, guest);
  sums.add(Part.Count, count);
  sums.add(Part.Count, count, kind);
  sums.add(Part.Most, mentions.length >= field.most ? 1 : 0, kind);
  sums.add(Part.Order, nth);
  sums.add(Part.Order, nth, kind);
  sums.add(Part.Zones, zones);
  sums.add(Part.Zones, zones, kind);
  if (candidate.known.length > 0) {
    const shown = facility?.showpiece ? 1 : 0;
    sums.add(Part.Known, shown);
    sums.add(Part.Known, shown, mentions.length > 0 ? 1 : 0);
  }
  if (facility?.showpiece) sums.add(Part.Showpiece, relation);
  const others = field.contenders.filter(
    (each) =>
      each !== contender &&
      (each.relation === Relation.Unlisted ? each.by === By.Unlisted : each.relation === Relation.Host),
  );
  const rivals = Math.min(others.length, MANY);
  sums.add(Part.Rivals, rivals, guest, 1);
  sums.add(Part.Rivals, rivals, kind, 2);
  if (field.atLarge) sums.add(Part.AtLarge, guest, Math.min(rivals, 2), zones & TITLE);
  sums.add(Part.Title, zones & TITLE, inTitle, by);
  sums.add(Part.Toured, toured, guest);
  sums.add(Part.Toured, toured, kind);
  sums.add(Part.Toured, toured, head, inTitle + 1);
  let list = 0;
  for (const { scene } of mentions) list = Math.max(list, field.listed.get(scene.sentence.index) ?? 0);
  sums.add(Part.List, list, guest);
  sums.add(Part.List, list, head);
  sums.add(Part.List, list, Math.min(order, 3), guest);
}

/** What is told by title, summary and first sentence counts for this share of what is told by numbers; in the body for half of it. */
const TOLD = 0.4;

function countHead(scenes: readonly Scene[]): void {
  for (const { sentence, cues } of scenes) {
    if (sentence.zone === 'body' && sentence.position > 0) continue;
    sums.worth = sentence.zone === 'body' ? TOLD / 2 : TOLD;
    for (const concept of sentence.concepts.members) {
      const { number, tells } = concepts.of(concept);
      if (tells) sums.add(Part.Told, number);
    }
    for (const cue of cues) sums.add(Part.Told, partOf(cue.name), 1);
  }
}

/** Counts what speaks for a visit to no one prison. */
function countNone({
  scenes,
  sides,
  contenders,
  guest,
  atLarge,
  several,
  inTitle,
  toured,
  listed,
}: Field): void {
  sums.worth = 1;
  let [sure, weak, inHead, titled, most, known] = [0, 0, 0, 0, 0, 0];
  let best = By.Known;
  for (const { candidate, relation, by, zones, likely } of contenders) {
    if (candidate.known.length > 0) known = 1;
    if (relation !== Relation.Guest && relation !== Relation.Other && by < best) best = by;
    if (!likely) continue;
    if (by === By.Weak) weak++;
    else sure++;
    if (zones & HEAD) inHead++;
    if (zones & TITLE) titled++;
    most = Math.max(most, candidate.mentions.length);
  }
  [sure, weak, inHead] = [Math.min(sure, MANY), Math.min(weak, 3), Math.min(inHead, 3)];
  [titled, most] = [Math.min(titled, 2), Math.min(most, MANY)];
  let list = 0;
  for (const scene of scenes) if (isNews(scene)) list = Math.max(list, listed.get(scene.sentence.index) ?? 0);
  const plural = scenes.some((scene) => scene.sentence.zone === 'title' && several.has(scene.sentence.index))
    ? 1
    : 0;
  const whole = scenes.some(({ sentence }) => sentence.zone === 'body') ? 1 : 0;
  const host = sides.host === 'SV' ? 1 : sides.host === 'unknown' ? 2 : 3;
  const large = atLarge ? 1 : 0;
  sums.add(Part.None, 1);
  sums.add(Part.None, 2, guest);
  sums.add(Part.None, 3, sure);
  sums.add(Part.None, 4, sure, guest);
  sums.add(Part.None, 5, weak, sure);
  sums.add(Part.None, 6, inHead, titled);
  sums.add(Part.None, 7, inHead, guest);
  sums.add(Part.None, 8, best, known);
  sums.add(Part.None, 9, large, guest);
  sums.add(Part.None, 10, large, inHead * MANY + titled);
  sums.add(Part.None, 11, host, known);
  sums.add(Part.None, 12, most);
  sums.add(Part.None, 13, most, sure);
  sums.add(Part.None, 14, inTitle);
  sums.add(Part.None, 15, whole, best);
  sums.add(Part.None, 16, toured, guest);
  sums.add(Part.None, 17, toured, titled);
  sums.add(Part.None, 18, list, guest);
  sums.add(Part.None, 19, list, titled);
  sums.add(Part.None, 20, plural * MANY + titled, guest);
  countHead(scenes);
}

/** Tells of each candidate, and last of none of them, what the story says: features by bucket, and how much each counts. */
export function tellPrisons<T>(
  candidates: readonly Candidate[],
  sides: VisitSides,
  scenes: readonly Scene[],
  weigh: (features: FeatureSums) => T,
): T[] {
  const field = fieldOf(candidates, sides, scenes);
  const weighed = (): T => {
    const answer = weigh(sums);
    sums.clear();
    return answer;
  };
  const told = field.contenders.map((contender, order) => {
    countContender(contender, order, field);
    return weighed();
  });
  countNone(field);
  return [...told, weighed()];
}
