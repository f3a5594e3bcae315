import { fill } from '../fill';
import { countryName } from '../gazetteer/countries';
import { facilityName } from '../gazetteer/facilities';
import { compiled } from '../language-data';
import type { Language } from '../reading';
import type { Node, Query, Term } from './query';
import type words from './words.json';

/** How one language says what a query asks for. */
type Words = (typeof words)['en'];

function party(code: string, lang: Language, words: Words): string {
  const parties: Readonly<Record<string, string>> = words.parties;
  return parties[code] ?? countryName(code, lang);
}

function single(term: Term, lang: Language, words: Words): string {
  switch (term.type) {
    case 'kind':
      return words.kinds[term.kind];
    case 'theme':
      return words.themes[term.theme];
    case 'from':
      return fill(words.from, { name: party(term.party, lang, words) });
    case 'host':
      return fill(words.host, { name: party(term.party, lang, words) });
    case 'country':
      return fill(words.about, { name: party(term.party, lang, words) });
    case 'facility':
      return fill(words.facility, { name: facilityName(term.id) });
    case 'status':
      return `${words.status}: ${words.statuses[term.status]}`;
    case 'lang':
      return fill(words.inLanguage, { name: words.languages[term.lang] });
    case 'source':
      return fill(words.source, { host: term.host });
    case 'concept':
      return term.id.startsWith('FACILITY=') ? facilityName(term.id.slice(9)) : `“${term.text}”`;
    case 'word':
      return fill(words.word, { text: term.text });
    case 'phrase':
      return fill(words.phrase, { text: term.text });
    case 'near':
      return fill(words.near, {
        left: term.left.text,
        right: term.right.text,
        distance: String(term.distance),
      });
  }
}

/** "official visits to CECOT, from Ecuador": the slots of a visit make one phrase, in the order people say them. */
function visitPhrase(terms: readonly Term[], lang: Language, words: Words): string {
  const place = terms
    .filter(({ type }) => type === 'facility' || type === 'host')
    .map((term) => single(term, lang, words));
  const sides = terms.filter(({ type }) => type === 'from').map((term) => single(term, lang, words));
  return [
    `${words.visits} ${place.length ? place.join(', ') : words.anyPrison}`,
    sides.length ? sides.join(', ') : words.anyCountry,
  ].join(', ');
}

function phrase(node: Node, lang: Language, words: Words, inner = false): string {
  if (node.op === 'term')
    return node.term.type === 'kind' && node.term.kind === 'delegation-visit'
      ? visitPhrase([node.term], lang, words)
      : single(node.term, lang, words);
  if (node.op === 'not') return `${words.not} ${phrase(node.node, lang, words, true)}`;
  const parts =
    node.op === 'or'
      ? node.nodes.map((part) => phrase(part, lang, words, true))
      : conjunction(node.nodes, lang, words);
  const negated = new RegExp(`^${words.not} `);
  const joined = parts.reduce((all, part) =>
    node.op === 'and' && negated.test(part)
      ? `${all}, ${part}`
      : `${all} ${node.op === 'or' ? words.or : words.and} ${part}`,
  );
  return inner && parts.length > 1 ? `(${joined})` : joined;
}

function conjunction(nodes: readonly Node[], lang: Language, words: Words): string[] {
  const terms = nodes.flatMap((node) => (node.op === 'term' ? [node.term] : []));
  const visit = terms.some((term) => term.type === 'kind' && term.kind === 'delegation-visit');
  const ofVisit = (term: Term) =>
    visit &&
    (['facility', 'host', 'from'].includes(term.type) ||
      (term.type === 'kind' && term.kind === 'delegation-visit'));
  const rest = nodes
    .filter((node) => node.op !== 'term' || !ofVisit(node.term))
    .map((node) => phrase(node, lang, words, true));
  return visit ? [visitPhrase(terms.filter(ofVisit), lang, words), ...rest] : rest;
}

/** The reading of a query in words, in the reader's language: "official visits to CECOT, from any country". */
export const describeQuery = (query: Query, lang: Language): string =>
  phrase(query.root, lang, compiled<typeof words>('query')[lang]);
