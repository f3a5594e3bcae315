import { tokenSpan } from '../analysed';
import { compiled } from '../language-data';
import { HashedModel, type HashedWeights } from '../model/hashed-model';
import type { Span, VisitStatus } from '../reading';
import type { Slot } from './host';
import type { Scene } from './scene';
import { emitStatusFeatures } from './status-features';

const model = new HashedModel(compiled<{ status: HashedWeights }>('visit').status);

interface Feature {
  readonly value: number;
  readonly scene: Scene;
  readonly from: number;
  readonly to: number;
}

/** Places shown as evidence. */
const SHOWN = 3;

/** Words that a story may have put the visit off with, not called it off for good. */
const isPutOff = (scenes: readonly Scene[]): boolean => {
  const said = scenes.filter(({ sentence }) => sentence.zone !== 'body' || sentence.position < 3);
  const tells = (name: string) => said.some(({ cues }) => cues.some((cue) => cue.name === name));
  return tells('postponed') && !tells('cancelled');
};

/** The places that spoke loudest for the status. */
function evidenceOf(features: ReadonlyMap<number, Feature>, status: number): Span[] {
  const spans = new Map<string, { span: Span; points: number }>();
  for (const [bucket, { value, scene, from, to }] of features) {
    const points = model.weight(status, bucket) * value;
    if (points <= 0) continue;
    const span = tokenSpan(scene.sentence, from, to);
    const key = `${span.zone} ${span.start}`;
    spans.set(key, { span, points: points + (spans.get(key)?.points ?? 0) });
  }
  return [...spans.values()]
    .sort((a, b) => b.points - a.points)
    .slice(0, SHOWN)
    .map(({ span }) => span);
}

/**
 * How far the visit has come. What title, summary and first sentences tell of it is weighed by a trained model
 * (decision 24); a story that tells nothing of it reports a visit that was.
 */
export function pickStatus(scenes: readonly Scene[], published: string | null): Slot<VisitStatus> {
  const features = new Map<number, Feature>();
  emitStatusFeatures(scenes, published, (bucket, value, scene, from, to) => {
    if (value > (features.get(bucket)?.value ?? 0)) features.set(bucket, { value, scene, from, to });
  });
  if (features.size === 0) return { value: 'completed', spans: [] };
  const counts = new Map([...features].map(([bucket, { value }]) => [bucket, value]));
  const odds = model.odds(counts);
  const best = odds.indexOf(Math.max(...odds));
  const value = model.labels[best] as VisitStatus;
  return {
    value: value === 'cancelled' && isPutOff(scenes) ? 'postponed' : value,
    spans: evidenceOf(features, best),
  };
}
