import { listed } from '../word-lists';
import { WordTest } from '../vocabulary';
import { tokenAt } from '../tokens';
import { BESIDE_VERB, TELLS } from './bystander';
import type { Naming } from './naming';
import { Wording } from './wording';

const WORDINGS = listed.wordings;

/** Behind the name: "quien no viajó", "will not be travelling himself", "stays at home". */
const STAYS = new Wording(new RegExp(`^[^.;:«"“]{0,60}?(?<!\\p{L})(?:${WORDINGS.stays.wording})`, 'iu'), {
  words: new RegExp(`^(?:${WORDINGS.stays.words})$`),
});

/** Behind the name: "quien los guió", "received a delegation", "walked us into": he shows others round. */
const SHOWS = new Wording(new RegExp(`^[^.;:«"“]{0,50}?(?<!\\p{L})(?:${WORDINGS.shows.wording})`, 'iu'), {
  words: new RegExp(`^(?:${WORDINGS.shows.words})$`),
});

const isBehind = (wording: Wording, { person: { to, span }, stage: { scene, text } }: Naming): boolean =>
  wording.mayStand(scene.sentence.tokens, to) && wording.isIn(text.slice(span.end, scene.sentence.end));

/** Whether the story says that he takes no part; who calls his own journey off is in the headline. */
export const isAbsent = (told: readonly Naming[]): boolean =>
  told.some((naming) => isBehind(STAYS, naming)) &&
  told.every(({ stage }) => stage.scene.sentence.zone !== 'title');

/** Whether he is told to show others round. */
export const shows = (naming: Naming): boolean => isBehind(SHOWS, naming);

/** Whose office is to speak for others. */
const SPEAKER = /portavoz|vocer|porta-?voz|spokes|porte-parole/iu;

/** "A spokesman for the ministry, X". */
export const isSpeaker = ({ person }: Naming): boolean => SPEAKER.test(person.role);

const MADE_KNOWN = new WordTest(({ folded }) => /^(?:anunci|annonc|announc|inform)/.test(folded));

/** "Premier X said", "el anuncio lo hizo el primer ministro X": he tells, and does nothing else there. */
export function onlyTells({ person: { span }, start, next, stage: { scene, text } }: Naming): boolean {
  const { tokens } = scene.sentence;
  const verb = BESIDE_VERB.has(tokens[next]) ? next + 1 : next;
  return (
    TELLS.has(tokens[verb]) ||
    TELLS.has(tokenAt(tokens, start - 1)) ||
    text[span.end] === ':' ||
    tokens.slice(0, start).some((token) => MADE_KNOWN.has(token))
  );
}
