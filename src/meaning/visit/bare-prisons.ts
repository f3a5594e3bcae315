import type { AnalysedSentence } from '../analysed';
import { ConceptTest } from '../concepts';
import { NOT_A_NAME } from '../gazetteer/unlisted-beside';
import { setOf } from '../set-of';
import { isCapitalised, type Token, tokenAt } from '../tokens';
import { wordSet } from '../vocabulary';
import { listed } from '../word-lists';
import type { PersonMention } from './people';
import { By, type PrisonMention } from './prison-mentions';
import type { Scene } from './scene';
import { isTitleCase } from './title-case';

const LISTS = listed.visit.prisonMentions;

/** Into the body no deeper than this, a name alone may be a prison's. */
const HEAD = 5;
const LONGEST = 4;
const LONGEST_TITLE = 7;
/** What it stands for is no prison of another name. */
const TAKEN = new ConceptTest((id) =>
  /^(?:COUNTRY|DEMONYM|PERSON|LEADER|ORG|OUTLET|AGENCY|OFFICE|DELEGATION|ACTOR|FACILITY|PRISON|DATE)/.test(
    id,
  ),
);
const NO_PRISON = new ConceptTest((id) => /^(?:FACILITY|PERSON|LEADER|ORG|OUTLET|AGENCY|OFFICE)/.test(id));
const LINKS = setOf('de del la las los el do da dos das du des le les d');
const SITES = wordSet(`${listed.gazetteer.prisonWords.prisonNouns} ${LISTS.sites}`);
const LEADS = wordSet(LISTS.leads);
/** "UN", "ONU": no name of a place. */
const ACRONYM = /^\p{Lu}{2,3}$/u;

/** Tokens of the sentence at hand that stand for something else than a prison. */
let marks = new Uint8Array(256);
function mark({ tokens, hits }: AnalysedSentence): void {
  if (tokens.length > marks.length) marks = new Uint8Array(2 * tokens.length);
  marks.fill(0, 0, tokens.length);
  for (const { concept, from, to } of hits) if (TAKEN.has(concept)) marks.fill(1, from, to);
}

const isParted = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at] as Token).start - (tokens[at - 1] as Token).end > 1;

/** End of the run of capitalised words of no other meaning that begins at `from`; `from` when there is none. */
function runEnd({ tokens }: AnalysedSentence, from: number): number {
  let end = from;
  for (let at = from; at - from < LONGEST && at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if ((at > from && isParted(tokens, at)) || marks[at] === 1) break;
    if (isCapitalised(token) && token.folded.length > 2) end = at + 1;
    else if (at === from || !LINKS.has(token.folded)) break;
  }
  return end;
}

/** End of a name of which a word for a prison is part ("Windhoek Correctional Facility"); `from` when there is none. */
function titleEnd({ tokens, hits }: AnalysedSentence, from: number): number {
  let end = from;
  let sited = false;
  let named = false;
  for (let at = from; at - from < LONGEST_TITLE && at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (at > from && isParted(tokens, at)) break;
    if (isCapitalised(token)) {
      end = at + 1;
      if (SITES.has(token)) sited = true;
      else named ||= token.folded.length > 3;
    } else if (at === from || !LINKS.has(token.folded)) break;
  }
  const isName = sited && named;
  return isName && !hits.some((hit) => hit.from < end && from < hit.to && NO_PRISON.has(hit.concept))
    ? end
    : from;
}

/** "En Haren", "Halden, where": a preposition or a verb of visiting leads to the name, or the sentence begins with it. */
function isLedTo({ sentence: { tokens }, acts, dateline }: Scene, from: number): boolean {
  const before = tokenAt(tokens, from - 1);
  return (
    from === dateline || (before !== undefined && LEADS.has(before)) || acts.some(({ to }) => to === from)
  );
}

const isName = ({ text, folded }: Token): boolean => !ACRONYM.test(text) && !NOT_A_NAME.has(folded);

/** Names of no list, in a sentence near the head of the story, that may be those of prisons. */
export function barePrisons(scene: Scene, people: readonly PersonMention[]): PrisonMention[] {
  const { sentence, dateline } = scene;
  const { tokens, zone, position } = sentence;
  const found: PrisonMention[] = [];
  if (zone === 'body' ? position > HEAD : scene.lang === 'en' && isTitleCase(sentence)) return found;
  const isPerson = (from: number, to: number): boolean =>
    people.some(
      (person) =>
        person.sentence === sentence.index &&
        person.from < to &&
        from < person.to &&
        (person.role !== '' || person.party !== null),
    );
  const sited = tokens.some((token) => SITES.has(token) && isCapitalised(token));
  mark(sentence);
  for (let from = dateline; from < tokens.length; from++) {
    if (!isCapitalised(tokens[from] as Token)) continue;
    const title = sited ? titleEnd(sentence, from) : from;
    if (title > from) {
      found.push({ scene, from, to: title, by: By.Unlisted });
      from = title - 1;
      continue;
    }
    const to = runEnd(sentence, from);
    if (to === from) continue;
    // The first word of a sentence is capitalised anyway.
    const opens = from === dateline && to - from === 1 && tokens[to] !== undefined && !isParted(tokens, to);
    if (!opens && isLedTo(scene, from) && isName(tokens[from] as Token) && !isPerson(from, to))
      found.push({ scene, from, to, by: By.Bare });
    from = to - 1;
  }
  return found;
}
