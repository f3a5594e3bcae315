import { tokenSpan } from '../analysed';
import { compiled } from '../language-data';
import { BucketCounts } from '../model/bucket-counts';
import { HashedModel, type HashedWeights } from '../model/hashed-model';
import type { Span, VisitStatus } from '../reading';
import { GRAVE } from './cues';
import type { Slot } from './host';
import type { Scene } from './scene';
import { emitStatusFeatures, STATUS_BITS, type StatusTaker } from './status-features';

const model = new HashedModel(compiled<{ status: HashedWeights }>('visit').status);

/** What the story at hand tells, and where each feature counts most: sentence and tokens [from, to), by bucket. */
const told = new BucketCounts(STATUS_BITS);
const places = {
  sentence: new Int32Array(1 << STATUS_BITS),
  from: new Int32Array(1 << STATUS_BITS),
  to: new Int32Array(1 << STATUS_BITS),
};

const tell: StatusTaker = (bucket, value, scene, from, to) => {
  if (!told.raise(bucket, value)) return;
  places.sentence[bucket] = scene.sentence.index;
  places.from[bucket] = from;
  places.to[bucket] = to;
};

/** Places shown as evidence. */
const SHOWN = 3;

const CANCELLED = model.labels.indexOf('cancelled');
/** Readers are better told too late than wrongly that a visit is off: log-odds against it where no known wording says so. */
const UNTOLD = 0.5;

/** Words that a story may have put the visit off with, not called it off for good. */
const isPutOff = (scenes: readonly Scene[]): boolean => {
  const said = scenes.filter(({ sentence }) => sentence.zone !== 'body' || sentence.position < 3);
  const tells = (name: string) => said.some(({ cues }) => cues.some((cue) => cue.name === name));
  return tells('postponed') && !tells('cancelled');
};

interface Spoken {
  points: number;
  bucket: number;
}

/** Words of a sentence, fewer than a text has. */
const WORDS = 1e6;

/** The places that spoke loudest for the status. */
function evidenceOf(status: number, scenes: readonly Scene[]): Span[] {
  const spoken = new Map<number, Spoken>();
  for (const bucket of told.buckets) {
    const points = model.weight(status, bucket) * (told.counts[bucket] as number);
    if (points <= 0) continue;
    const place = (places.sentence[bucket] as number) * WORDS + (places.from[bucket] as number);
    const known = spoken.get(place);
    if (known === undefined) spoken.set(place, { points, bucket });
    else {
      known.points += points;
      known.bucket = bucket;
    }
  }
  return loudest(spoken.values()).map(({ bucket }) =>
    tokenSpan(
      (scenes[places.sentence[bucket] as number] as Scene).sentence,
      places.from[bucket] as number,
      places.to[bucket] as number,
    ),
  );
}

/** Of equals, those that came first. */
function loudest(all: Iterable<Spoken>): Spoken[] {
  const first: Spoken[] = [];
  for (const each of all) {
    let at = Math.min(first.length, SHOWN);
    for (; at > 0 && (first[at - 1] as Spoken).points < each.points; at--)
      if (at < SHOWN) first[at] = first[at - 1] as Spoken;
    if (at < SHOWN) first[at] = each;
  }
  return first;
}

/**
 * How far the visit has come. What title, summary and first sentences tell of it is weighed by a trained model
 * (decision 24); a story that tells nothing of it reports a visit that was.
 */
export function pickStatus(scenes: readonly Scene[], published: string | null): Slot<VisitStatus> {
  told.clear();
  emitStatusFeatures(scenes, published, tell);
  if (told.buckets.length === 0) return { value: 'completed', spans: [] };
  const odds = model.odds(told);
  if (!scenes.some(({ cues }) => cues.some(({ name }) => GRAVE.has(name)))) odds[CANCELLED]! -= UNTOLD;
  const best = odds.indexOf(Math.max(...odds));
  const value = model.labels[best] as VisitStatus;
  return {
    value: value === 'cancelled' && isPutOff(scenes) ? 'postponed' : value,
    spans: evidenceOf(best, scenes),
  };
}
