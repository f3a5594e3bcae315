import { foldedAt, type Token } from '../tokens';
import { GOING, type Act } from './acts';
import type { Scene } from './scene';
import { setOf } from '../set-of';
import { WordTest } from '../vocabulary';
import { listed } from '../word-lists';

const LISTS = listed.visit.mood;

/**
 * How an act is meant beside its tense: told not to happen ("no viajará", "won't go"), got leave for ("obtiene permiso para"), a plan of the past ("iba a
 * viajar", "was to inspect"), or only thought of ("viajaría", "quiere que viajen", "would go"); null when plainly told.
 */
export type Mood = 'negated' | 'permitted' | 'unfulfilled' | 'conditional' | null;

const PERMISSION = new WordTest(({ folded }) => /^(?:permis|permiso|autoriza|autorisa|authori)/.test(folded));

const NOT = setOf('no nao not never nunca won wouldn ne n');
/** Words that may stand between a negation and its verb. */
const BETWEEN = setOf('se ya mais pas plus t lo la le les los be to will going go y en s');
const NOT_REACH = 3;
/** "No sólo visitará": no negation. */
const ONLY = setOf('solo solamente only apenas seulement so just');

function isNegated(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back <= NOT_REACH; back--) {
    const word = foldedAt(tokens, back);
    if (NOT.has(word)) return !ONLY.has(foldedAt(tokens, back + 1));
    if (!BETWEEN.has(word)) return false;
  }
  return false;
}

/** Before an infinitive: a plan of which the past is told, for nothing came of it or not yet. */
const WAS_TO = setOf(LISTS.wasTo);
const WAS_TO_REACH = 4;

function wasPlanned(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back <= WAS_TO_REACH; back--) {
    const word = foldedAt(tokens, back);
    const next = tokens[back + 1]?.folded;
    if (WAS_TO.has(word)) return true;
    if ((word === 'was' || word === 'were') && (next === 'to' || next === 'due')) return true;
    if (word === 'been' && (next === 'due' || next === 'scheduled' || next === 'expected')) return true;
  }
  return false;
}

const CONDITIONAL = /(?:[aei]r|dr|rr)(?:ía|ían|ia|iam|ait|aient)$/;
/** Whose words a conditional repeats: "dijo que viajaría" is a plan. */
const SAYS = new WordTest(({ folded }) => IS_SAYING.test(folded));
const IS_SAYING =
  /^(?:dij|anunci|inform|confirm|afirm|adelant|asegur|revel|said|says|announc|confirm|told|promis|pledg|disse|annonc|indiqu|precis|declar)/;

const WOULD_REACH = 3;

function isConditional({ sentence: { tokens } }: Scene, { from, to }: Act): boolean {
  let is = false;
  for (let at = Math.max(0, from - WOULD_REACH); at < from; at++) is ||= tokens[at]?.folded === 'would';
  for (let at = from; at < to; at++) is ||= CONDITIONAL.test(tokens[at]?.text ?? '');
  if (!is) return false;
  for (let at = 0; at < from; at++) if (SAYS.has(tokens[at])) return false;
  return true;
}

/** "Not let into the prison" is a refusal, not a change of plans. */
const ADMITTED = /^(?:let|allow|admit|get|got|gain|obt|win|won|adm|av)/;

const WISH = setOf(LISTS.wish);
const WISH_REACH = 12;
const LINK = setOf('que qu to para pour that');

/** "Quiere que la comisión de Seguridad vaya a conocer": what follows the link is wished, not told. */
function isWished({ sentence: { tokens }, quoted }: Scene, { from }: Act): boolean {
  let linked = false;
  for (let back = from - 1; back >= 0 && from - back <= WISH_REACH; back--) {
    const word = foldedAt(tokens, back);
    if (linked && WISH.has(word)) return !quoted[back];
    linked ||= LINK.has(word);
  }
  return false;
}

/** Deeper in the story others, too, do not come: witnesses, judges, answers. */
const isTold = ({ sentence: { zone, position } }: Scene, { id }: Act): boolean =>
  id !== 'ACT.arrive' && (zone !== 'body' || position === 0);

export function moodOf(scene: Scene, act: Act): Mood {
  const { tokens } = scene.sentence;
  if (act.tense === 'noun' || !GOING.has(act.id)) return null;
  const admitted =
    ADMITTED.test(foldedAt(tokens, act.from)) || scene.cues.some(({ name }) => name === 'denied');
  if (
    act.tense !== 'past' &&
    act.tense !== 'infinitive' &&
    !admitted &&
    isTold(scene, act) &&
    isNegated(tokens, act.from)
  )
    return 'negated';
  for (let at = act.from; at < act.to; at++) if (PERMISSION.has(tokens[at])) return 'permitted';
  if (wasPlanned(tokens, act.from)) return 'unfulfilled';
  if (act.tense !== 'past' && isWished(scene, act)) return 'conditional';
  return isConditional(scene, act) ? 'conditional' : null;
}
