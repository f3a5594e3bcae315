/**
 * Trains the second opinion of `src/meaning/model` on the labelled stories of `test/corpus` (train-* and seen-*; the
 * kept-apart sets are never read) and writes its weights. The same corpus and lexicon give the same file, bit by bit.
 *
 *     npm run train-model            writes src/meaning/model/weights.json
 *     npm run train-model -- --check only prints what the model adds on events it has not seen
 *
 * What the model is worth is measured by event: five folds, no event in two of them.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { analyseStory } from '../src/meaning/read';
import { scoreKinds } from '../src/meaning/kinds/decide';
import { decidedByRules } from '../src/meaning/kinds/verdict';
import { weighSides } from '../src/meaning/kinds/weigh-sides';
import type { ModelData } from '../src/meaning/model/model-data';
import { emitFeatures, stemOf } from '../src/meaning/model/model-features';
import { prisonTopic } from '../src/meaning/prison-topic';
import { KINDS } from '../src/meaning/reading';
import { textOf } from '../src/stories/classify';
import { packModel, stepsOf } from './model/pack-model';
import { oddsOf, type SparseRow, trainLogistic } from './model/logistic';

interface Story {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly published: string | null;
  readonly url?: string;
  readonly unsure?: readonly string[];
  readonly labels: {
    readonly relevant: boolean;
    readonly kinds: readonly string[];
    readonly alerts: Readonly<Record<string, boolean>>;
    readonly event?: string | null;
  };
  readonly style?: string;
  readonly set: string;
}

const LABELS = ['relevant', ...KINDS, 'bukele-model', 'mega-prison'];
const ALERT_OF: Readonly<Record<string, string>> = {
  'bukele-model': 'Bukele model',
  'mega-prison': 'mega-prison',
};
const FOLDS = 5;
const LEAST_EVENTS = 3;
const MOST_FEATURES = 5200;
const OPTIONS = { epochs: 3, rate: 0.2, l2: 0.003, runs: 16 };
const FILE = path.join(__dirname, '../src/meaning/model/weights.json');

const folder = path.join(__dirname, '../test/corpus');
const eventOf = (story: Story) => story.labels.event ?? story.id;
/** `npm run eval` keeps these events of the training sets apart. */
const isApart = (story: Story) => /^[0-3]/.test(createHash('sha256').update(eventOf(story)).digest('hex'));
const stories: Story[] = readdirSync(folder)
  .filter((name) => /^(train|seen)-.*\.jsonl$/.test(name))
  .sort()
  .flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ ...(JSON.parse(line) as Story), set: name.replace('.jsonl', '') })),
  )
  .filter((story) => story.set.startsWith('seen') || !isApart(story));

const foldOf = (story: Story) =>
  createHash('sha256')
    .update(`fold ${eventOf(story)}`)
    .digest()[0]! % FOLDS;

const truthOf = (story: Story, label: string): boolean => {
  if (label === 'relevant') return story.labels.relevant;
  const alert = ALERT_OF[label];
  return alert ? Boolean(story.labels.alerts[alert]) : story.labels.kinds.includes(label);
};

const unsureOf = (story: Story, label: string): boolean => {
  const alert = ALERT_OF[label];
  const name = label === 'relevant' ? label : alert ? `alert:${alert}` : `kind:${label}`;
  return story.unsure?.includes(name) ?? false;
};

const topic = prisonTopic();

/** Features of a story by key, and what the rules decided of it. `thin`: as a feed tells it, title and summary only. */
function look(story: Story, thin: boolean) {
  const text = textOf(story);
  const analysed = analyseStory(thin ? { ...text, body: '' } : text);
  const scores = weighSides(scoreKinds(analysed, topic), analysed);
  const decided = decidedByRules(scores, topic.topic);
  const features = new Map<string, number>();
  const named = (type: string, id: string, value: number) => features.set(`${type} ${id}`, value);
  emitFeatures(analysed, scores, decided, {
    word: (type, { folded }, value) => named(type, stemOf(folded), value),
    pair: (type, first, second, value) => named(type, `${first}+${second}`, value),
    named,
  });
  return { story, thin, decided, features };
}

const looks = [false, true].flatMap((thin) => stories.map((story) => look(story, thin)));
type Look = (typeof looks)[number];
const eventsOf = new Map<string, Set<string>>();
for (const { story, features } of looks)
  for (const key of features.keys()) eventsOf.set(key, (eventsOf.get(key) ?? new Set()).add(eventOf(story)));
const keys = [...eventsOf]
  .filter(([key, events]) => key.startsWith('R ') || events.size >= LEAST_EVENTS)
  .map(([key]) => key)
  .sort();
const numberOf = new Map(keys.map((key, i) => [key, i]));

const rows: SparseRow[] = looks.map(({ features }) => {
  const known = [...features].flatMap(([key, value]) => {
    const number = numberOf.get(key);
    return number === undefined ? [] : [[number, value] as const];
  });
  return { index: Int32Array.from(known, ([i]) => i), value: Float64Array.from(known, ([, v]) => v) };
});

/** Kinds and themes are learnt among relevant stories: relevance is a question of its own. */
function fit(label: string, use: (story: Story) => boolean): Float64Array {
  const mine = looks.flatMap(({ story }, i) =>
    use(story) && !unsureOf(story, label) && (label === 'relevant' || story.labels.relevant) ? [i] : [],
  );
  return trainLogistic(
    mine.map((i) => rows[i]!),
    mine.map((i) => truthOf(looks[i]!.story, label)),
    { ...OPTIONS, features: keys.length },
  );
}

/** The features that weigh most for any label, packed, and the weights as they come out of that. */
function pack(weights: readonly Float64Array[]) {
  const largest = keys.map((_, i) => Math.max(...weights.map((w) => Math.abs(w[i]!))));
  const kept = keys
    .map((_, i) => i)
    .filter((i) => keys[i]!.startsWith('R ') || largest[i]! > 0)
    .sort(
      (a, b) =>
        Number(keys[b]!.startsWith('R ')) - Number(keys[a]!.startsWith('R ')) || largest[b]! - largest[a]!,
    )
    .slice(0, MOST_FEATURES);
  const packed = packModel(new Map(kept.map((i) => [keys[i]!, weights.map((w) => w[i]!)])));
  const rounded = weights.map((exact) => {
    const w = new Float64Array(keys.length);
    for (const i of kept) w[i] = stepsOf([exact[i]!], packed.unit)[0]! * packed.unit;
    return w;
  });
  return { packed, rounded };
}

const f1 = (pairs: readonly (readonly [boolean, boolean])[]) => {
  let [tp, wrong] = [0, 0];
  for (const [truth, said] of pairs) {
    if (truth && said) tp++;
    else if (truth !== said) wrong++;
  }
  return tp + wrong ? (2 * tp) / (2 * tp + wrong) : 1;
};

// Odds of every story from a model that has not seen its event.
const odds = LABELS.map(() => new Float64Array(looks.length));
for (let fold = 0; fold < FOLDS; fold++) {
  const { rounded } = pack(LABELS.map((label) => fit(label, (story) => foldOf(story) !== fold)));
  looks.forEach(({ story }, i) => {
    if (foldOf(story) === fold) LABELS.forEach((_, l) => (odds[l]![i] = oddsOf(rounded[l]!, rows[i]!)));
  });
  process.stderr.write(`fold ${fold + 1} of ${FOLDS}\n`);
}

/** What the cuts are chosen for. Most weight have the sets that are worded as newsrooms do of what really happened. */
const GROUPS: readonly (readonly [name: string, weight: number, test: (look: Look) => boolean])[] = [
  ['train', 2, ({ story, thin }) => !thin && story.set.startsWith('train') && story.style === 'ordinary'],
  ['varied', 0.5, ({ story, thin }) => !thin && story.set.startsWith('train') && story.style === 'varied'],
  ['seen', 2, ({ story, thin }) => !thin && /^seen.*-ordinary$/.test(story.set)],
  ['varied', 2, ({ story, thin }) => !thin && /^seen.*-varied$/.test(story.set)],
  ['thin', 1, ({ story, thin }) => thin && /^seen.*-ordinary$/.test(story.set)],
];
const LIFTS = [0, 0.5, 1, 1.5, 2];
const DROPS = [-1e9, -3, -2, -1.5, -1, -0.5, 0];
/** Calling an ordinary story relevant costs every reader; the model must be surer of that than of a kind. */
const RELEVANT_LIFT = 2;

/** Where to overrule the rules: the pair of cuts with the best F1 over the groups on unseen events. */
function cuts(label: number, relevant: readonly boolean[]) {
  const name = LABELS[label]!;
  const said = (i: number, lift: number, drop: number) =>
    (name === 'relevant' || relevant[i]!) &&
    (looks[i]!.decided.has(name) ? odds[label]![i]! > drop : odds[label]![i]! > lift);
  const score = (lift: number, drop: number) =>
    GROUPS.map(([, , test]) =>
      f1(
        looks.flatMap((look, i) =>
          test(look) && !unsureOf(look.story, name)
            ? [[truthOf(look.story, name), said(i, lift, drop)] as const]
            : [],
        ),
      ),
    );
  const total = (scores: readonly number[]) => scores.reduce((sum, s, g) => sum + s * GROUPS[g]![1], 0);
  let best = { lift: 1e9, drop: -1e9, scores: score(1e9, -1e9) };
  for (const lift of name === 'relevant' ? [RELEVANT_LIFT] : LIFTS)
    for (const drop of DROPS) {
      const scores = score(lift, drop);
      if (total(scores) > total(best.scores) + 1e-9) best = { lift, drop, scores };
    }
  return {
    ...best,
    rules: GROUPS.map(([, , test]) =>
      f1(
        looks.flatMap((look) =>
          test(look) && !unsureOf(look.story, name)
            ? [[truthOf(look.story, name), look.decided.has(name)] as const]
            : [],
        ),
      ),
    ),
    said,
  };
}

const relevance = cuts(0, []);
const relevant = looks.map((_, i) => relevance.said(i, relevance.lift, relevance.drop));
const chosen = LABELS.map((_, l) => (l === 0 ? relevance : cuts(l, relevant)));
const show = (scores: readonly number[]) => scores.map((s) => s.toFixed(3)).join('  ');
process.stdout.write(
  `F1 on unseen events (${GROUPS.map(([name]) => name).join(', ')}): rules → rules and model\n`,
);
LABELS.forEach((label, l) =>
  process.stdout.write(
    `${label.padEnd(24)}${show(chosen[l]!.rules)}  →  ${show(chosen[l]!.scores)}   lift ${chosen[l]!.lift} drop ${chosen[l]!.drop}\n`,
  ),
);

if (!process.argv.includes('--check')) {
  const { packed } = pack(LABELS.map((label) => fit(label, () => true)));
  const model: ModelData = {
    labels: LABELS,
    ...packed,
    lift: chosen.map(({ lift }) => lift),
    drop: chosen.map(({ drop }) => drop),
  };
  writeFileSync(FILE, `${JSON.stringify(model)}\n`);
  process.stdout.write(
    `${stories.length} stories, ${new Set(stories.map(eventOf)).size} events, ${(JSON.stringify(model).length / 1024).toFixed(0)} KB\n`,
  );
}
