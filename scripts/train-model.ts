/**
 * Trains the second opinion of `src/meaning/model` on the labelled stories of `test/corpus` (train-* and seen-*; the
 * kept-apart sets are never read) and writes its weights. The same corpus and lexicon give the same file, bit by bit.
 *
 *     npm run train-model            writes src/meaning/model/weights.json
 *     npm run train-model -- --check only prints what the model adds on events it has not seen
 *
 * What the model is worth is measured by event: five folds, no event in two of them.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { scoreKinds } from '../src/meaning/kinds/decide';
import { decidedByRules } from '../src/meaning/kinds/verdict';
import { weighSides } from '../src/meaning/kinds/weigh-sides';
import type { ModelData } from '../src/meaning/model/model-data';
import { emitFeatures, stemOf } from '../src/meaning/model/model-features';
import { prisonTopic } from '../src/meaning/prison-topic';
import { KINDS } from '../src/meaning/reading';
import { Tally } from './eval/tally';
import { analyseShown, type Showing, showings } from './model/showings';
import { packModel, stepsOf } from './model/pack-model';
import {
  eventOf,
  foldOf,
  FOLDS,
  GROUPS,
  isBrief,
  type TrainingStory,
  trainingStories,
  weightOf,
} from './model/training-stories';
import { type Logistic, oddsOf, type SparseRow, trainLogistic } from './model/logistic';

const LABELS = ['relevant', ...KINDS, 'bukele-model', 'mega-prison'];
const ALERT_OF: Readonly<Record<string, string>> = {
  'bukele-model': 'Bukele model',
  'mega-prison': 'mega-prison',
};
/** Briefs were written to tell visits in many ways: in full they would teach that all news is of visits. */
const BRIEF = 0.3;
/** A word or concept met in fewer happenings tells of them, not of the subject. */
const LEAST_EVENTS = 36;
const FILE = path.join(__dirname, '../src/meaning/model/weights.json');

const stories = trainingStories();

const truthOf = (story: TrainingStory, label: string): boolean => {
  if (label === 'relevant') return story.labels.relevant;
  const alert = ALERT_OF[label];
  return alert ? Boolean(story.labels.alerts?.[alert]) : story.labels.kinds.includes(label);
};

const unsureOf = (story: TrainingStory, label: string): boolean => {
  const alert = ALERT_OF[label];
  const name = label === 'relevant' ? label : alert ? `alert:${alert}` : `kind:${label}`;
  return story.unsure?.includes(name) ?? false;
};

const topic = prisonTopic();

/** Features of a story by key, and what the rules decided of it. */
function look(showing: Showing) {
  const analysed = analyseShown(showing);
  const scores = weighSides(scoreKinds(analysed, topic), analysed);
  const decided = decidedByRules(scores, topic.topic);
  const features = new Map<string, number>();
  const take = (key: string, value: number) => void (features.has(key) || features.set(key, value));
  emitFeatures(analysed, {
    word: ({ folded }, value) => take(`W ${stemOf(folded)}`, value),
    concept: (type, { id }, value) => take(`${type} ${id}`, value),
  });
  return { ...showing, decided, features };
}

const looks = showings(stories).map(look);
const eventsOf = new Map<string, Set<string>>();
for (const { story, features } of looks)
  for (const key of features.keys()) eventsOf.set(key, (eventsOf.get(key) ?? new Set()).add(eventOf(story)));
const keys = [...eventsOf]
  .filter(([, events]) => events.size >= LEAST_EVENTS)
  .map(([key]) => key)
  .sort();
const numberOf = new Map(keys.map((key, i) => [key, i]));

const sparse: SparseRow[] = looks.map(({ story, features }) => {
  const known = [...features].flatMap(([key, value]) => {
    const number = numberOf.get(key);
    return number === undefined ? [] : [[number, value] as const];
  });
  return {
    index: Int32Array.from(known, ([i]) => i),
    value: Float64Array.from(known, ([, v]) => v),
    weight: weightOf(story) * (isBrief(story) ? BRIEF : 1),
  };
});

/** Kinds and themes are learnt among relevant stories: relevance is a question of its own. */
function fit(label: string, use: (story: TrainingStory) => boolean): Logistic {
  const mine = looks.flatMap(({ story }, i) =>
    use(story) && !unsureOf(story, label) && (label === 'relevant' || story.labels.relevant) ? [i] : [],
  );
  return trainLogistic(
    mine.map((i) => sparse[i]!),
    mine.map((i) => truthOf(looks[i]!.story, label)),
    keys.length,
  );
}

/** The model packed, and as it comes out of that. */
function pack(fitted: readonly Logistic[]) {
  const packed = packModel(new Map(keys.map((key, i) => [key, fitted.map(({ weights }) => weights[i]!)])));
  const rounded = fitted.map(({ weights, bias }) => ({
    weights: Float64Array.from(stepsOf([...weights], packed.unit), (steps) => steps * packed.unit),
    bias,
  }));
  return { packed, rounded };
}

// Odds of every story from a model that has not seen its event.
const odds = LABELS.map(() => new Float64Array(looks.length));
for (let fold = 0; fold < FOLDS; fold++) {
  const { rounded } = pack(LABELS.map((label) => fit(label, (story) => foldOf(story) !== fold)));
  looks.forEach(({ story }, i) => {
    if (foldOf(story) === fold) LABELS.forEach((_, l) => (odds[l]![i] = oddsOf(rounded[l]!, sparse[i]!)));
  });
  process.stderr.write(`fold ${fold + 1} of ${FOLDS}\n`);
}

/**
 * Where the model overrules the rules. The rules were made over these very stories and are righter here than on others:
 * cuts learnt here would trust them too much. To call a story relevant costs every reader, and a visit goes into the
 * register, so the model must be surer of those than of a kind.
 */
const CUTS: Readonly<Record<string, { readonly lift: number; readonly drop: number }>> = {
  relevant: { lift: 1.4, drop: -0.9 },
  'delegation-visit': { lift: -0.2, drop: -1.3 },
  'bukele-model': { lift: -0.2, drop: -1.3 },
  'mega-prison': { lift: -0.8, drop: -1.3 },
};
const KIND_CUTS = { lift: -0.6, drop: -1.3 };
const cutsOf = (name: string) => CUTS[name] ?? KIND_CUTS;

const settled = (label: number, i: number): boolean => {
  const { lift, drop } = cutsOf(LABELS[label]!);
  return odds[label]![i]! > (looks[i]!.decided.has(LABELS[label]!) ? drop : lift);
};

/** F1 of a label in each group. */
const scores = (label: number, said: (i: number) => boolean): number[] =>
  GROUPS.map(([, test]) => {
    const name = LABELS[label]!;
    const tally = new Tally();
    looks.forEach((look, i) => {
      if (test(look.story, look.thin) && !unsureOf(look.story, name))
        tally.add(truthOf(look.story, name), said(i));
    });
    return tally.f1;
  });

const show = (scores: readonly number[]) => scores.map((s) => s.toFixed(3)).join('  ');
process.stdout.write(
  `F1 on events that the model has not seen (${GROUPS.map(([name]) => name).join(', ')}): rules → rules and model\n`,
);
LABELS.forEach((label, l) => {
  const rules = scores(l, (i) => looks[i]!.decided.has(label));
  const both = scores(l, (i) => settled(0, i) && settled(l, i));
  process.stdout.write(`${label.padEnd(24)}${show(rules)}  →  ${show(both)}\n`);
});

if (!process.argv.includes('--check')) {
  const fitted = LABELS.map((label) => fit(label, () => true));
  const { packed } = pack(fitted);
  const model: ModelData = {
    labels: LABELS,
    ...packed,
    bias: fitted.map(({ bias }) => Number(bias.toFixed(4))),
    lift: LABELS.map((label) => cutsOf(label).lift),
    drop: LABELS.map((label) => cutsOf(label).drop),
  };
  writeFileSync(FILE, `${JSON.stringify(model)}\n`);
  process.stdout.write(
    `${stories.length} stories, ${new Set(stories.map(eventOf)).size} events, ${(JSON.stringify(model).length / 1024).toFixed(0)} KB\n`,
  );
}
