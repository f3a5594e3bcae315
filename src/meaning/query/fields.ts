import { findNames } from '../gazetteer/find-names';
import { fold } from '../fold';
import { KINDS, LANGUAGES, type Kind, type Language, VISIT_STATUSES, type VisitStatus } from '../reading';
import { tokenize } from '../tokens';
import { QueryError, type Term } from './query';

const upper = (text: string) => text.toUpperCase();

/** The party a field's value names: a code ("EC", "EU", "org:UN") or a name in any of the four languages. */
function party(field: string, text: string, at: number): string {
  if (/^[a-z]{2}$/i.test(text)) return upper(text);
  if (/^org:/i.test(text)) return `org:${text.slice(4)}`;
  const hit = findNames(tokenize(text), 'other').find(({ id }) => /^(COUNTRY|DEMONYM|ORG)/.test(id));
  if (!hit?.value)
    throw new QueryError(
      `${field}: does not know the country or body “${text}”; write its name or its two-letter code`,
      at,
    );
  return hit.value;
}

function oneOf<T extends string>(field: string, values: readonly T[], text: string, at: number): T {
  const found = values.find((value) => value === text.toLowerCase());
  if (!found) throw new QueryError(`${field}: takes one of ${values.join(', ')}, not “${text}”`, at);
  return found;
}

function facility(text: string, at: number): Term {
  const tokens = tokenize(text);
  const hit =
    findNames(tokens, 'other').find(({ id }) => id === 'FACILITY') ??
    findNames(tokenize(`prison ${text}`), 'other').find(({ id }) => id === 'FACILITY');
  if (!hit?.value)
    throw new QueryError(
      `facility: does not know “${text}”; leave “facility:” away to look for the words`,
      at,
    );
  return { type: 'facility', id: hit.value, text };
}

const READERS: Readonly<Record<string, (text: string, at: number) => Term>> = {
  from: (text, at) => ({ type: 'from', party: party('from', text, at), text }),
  host: (text, at) => ({ type: 'host', party: party('host', text, at), text }),
  country: (text, at) => ({ type: 'country', party: party('country', text, at), text }),
  facility,
  person: (text) => ({ type: 'phrase', words: tokenize(text).map((token) => token.folded), text }),
  kind: (text, at) => ({ type: 'kind', kind: oneOf<Kind>('kind', KINDS, text, at), text }),
  status: (text, at) => ({
    type: 'status',
    status: oneOf<VisitStatus>('status', VISIT_STATUSES, text, at),
    text,
  }),
  lang: (text, at) => ({ type: 'lang', lang: oneOf<Language>('lang', LANGUAGES, text, at), text }),
  source: (text) => ({ type: 'source', host: fold(text).replace(/^www\./, ''), text }),
};

export const FIELDS = Object.keys(READERS);

/** The term of `field:text`. Throws {@link QueryError} for an unknown field or value. */
export function fieldTerm(field: string, text: string, at: number): Term {
  const reader = Object.hasOwn(READERS, field) ? READERS[field] : undefined;
  if (!reader)
    throw new QueryError(
      `unknown field “${field}:”; there are ${FIELDS.map((name) => `${name}:`).join(' ')}`,
      at,
    );
  return reader(text, at);
}
