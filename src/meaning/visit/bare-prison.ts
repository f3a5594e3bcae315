import { tokenSpan, type AnalysedSentence } from '../analysed';
import { isCapitalised, type Token } from '../tokens';
import type { Slot } from './host';
import type { PersonMention } from './people';
import { ON_THE_SPOT } from './acts';
import type { Scene } from './scene';
import { setOf } from '../set-of';
import { listed } from '../word-lists';

const LISTS = listed.visit.barePrison;

/** English words for a site, after its name: "the Zaanstad complex". */
const SITE_AFTER = new Set('complex centre center facility compound camp unit'.split(' '));
/** Words for a site of detention before its name: "the custodial center in Camp Crame", "le centre de Reubeuss". */
const SITE_BEFORE = setOf(LISTS.siteBefore);
const SKIPPED = setOf(LISTS.skipped);
const LONGEST = 3;
/** Into the body no deeper than this: later names are background. */
const HEAD = 4;
const TAKEN =
  /^(?:COUNTRY|DEMONYM|PERSON|LEADER|ORG|OUTLET|AGENCY|OFFICE|DELEGATION|ACTOR|FACILITY$|PRISON\.system)/;

const isFree = (sentence: AnalysedSentence, at: number): boolean =>
  !sentence.hits.some((hit) => TAKEN.test(hit.id) && hit.from <= at && at < hit.to);

/** End of a capitalised run of free words that begins at `from`; `from` itself when there is none. */
function runEnd(sentence: AnalysedSentence, from: number): number {
  let end = from;
  while (end - from < LONGEST) {
    const token = sentence.tokens[end];
    if (token === undefined || !isCapitalised(token) || token.folded.length < 3 || !isFree(sentence, end))
      break;
    if (end > from && token.start - (sentence.tokens[end - 1] as Token).end > 1) break;
    end++;
  }
  return end;
}

/** First token after the words between an act or a site word and the name; -1 when other words come first. */
function nameAfter(tokens: readonly Token[], from: number, most: number): number {
  for (let at = from; at < tokens.length && at - from <= most; at++) {
    const token = tokens[at] as Token;
    if (token.start - (tokens[at - 1] as Token).end > 1) return -1;
    if (isCapitalised(token)) return SITE_BEFORE.has(token.folded) ? -1 : at;
    if (!SKIPPED.has(token.folded)) return -1;
  }
  return -1;
}

interface Words {
  readonly from: number;
  readonly to: number;
}

/** "POW camp", "UN compound": no name. */
const ACRONYM = /^\p{Lu}{2,3}$/u;

/** "Inspect Balkan cells": an adjective before what is visited. */
const isAttribute = (tokens: readonly Token[], to: number): boolean => {
  const [last, next] = [tokens[to - 1] as Token, tokens[to]];
  return (
    /(?:an|ish|ese)$/.test(last.folded) &&
    next !== undefined &&
    next.start - last.end === 1 &&
    !SKIPPED.has(next.folded)
  );
};

/** Where the sentence names a site right after the verb of visiting, or beside a word for a site. */
function siteIn({ sentence, acts }: Scene): Words | null {
  const { tokens } = sentence;
  for (const act of acts) {
    if (!ON_THE_SPOT.has(act.id) || act.tense === 'noun' || act.quoted) continue;
    const from = nameAfter(tokens, act.to, 1);
    const to = from < 0 ? from : runEnd(sentence, from);
    if (to > from && !isAttribute(tokens, to)) return { from, to };
  }
  return besideSiteWord(sentence);
}

function besideSiteWord(sentence: AnalysedSentence): Words | null {
  const { tokens } = sentence;
  for (let at = 1; at < tokens.length; at++) {
    const word = tokens[at]?.folded ?? '';
    const before = SITE_AFTER.has(word)
      ? [2, 1].find((back) => runEnd(sentence, at - back) === at)
      : undefined;
    if (before !== undefined && !ACRONYM.test(tokens[at - 1]?.text ?? ''))
      return { from: at - before, to: at };
    if (!SITE_BEFORE.has(word)) continue;
    const from = nameAfter(tokens, at + 1, 3);
    const to = from < 0 ? from : runEnd(sentence, from);
    if (to > from) return { from, to };
  }
  return null;
}

/**
 * A site that no entry lists and that no word for a prison introduces: "recorrió Heidering", "the Zaanstad complex";
 * where nobody is told to go, only beside a word for a site.
 */
export function barePrison(scenes: readonly Scene[], people: readonly PersonMention[]): Slot<string | null> {
  const head = scenes.filter(
    ({ recap, sentence }) => !recap && (sentence.zone !== 'body' || sentence.position <= HEAD),
  );
  const isPerson = ({ sentence }: Scene, site: Words): boolean =>
    people.some(
      (person) =>
        person.sentence === sentence.index &&
        person.from < site.to &&
        site.from < person.to &&
        (person.role !== '' || person.party !== null),
    );
  for (const acting of [true, false])
    for (const scene of head) {
      const { sentence, acts } = scene;
      if (acts.length > 0 !== acting) continue;
      const site = siteIn(scene);
      if (site === null || isPerson(scene, site)) continue;
      const words = sentence.tokens.slice(site.from, site.to).map(({ text }) => text);
      return { value: words.join(' '), spans: [tokenSpan(sentence, site.from, site.to)] };
    }
  return { value: null, spans: [] };
}
