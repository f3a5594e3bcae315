import { readFileSync } from 'node:fs';
import path from 'node:path';
import { matchQuery, parseQuery, type QueryDocument, QueryIndex } from '../../../src/meaning/query';
import { Facts } from '../../../src/meaning/query/facts';
import { read } from '../../../src/meaning/read';

const documents: QueryDocument[] = readFileSync(
  path.join(__dirname, '../../corpus/seen-ordinary.jsonl'),
  'utf8',
)
  .split('\n')
  .filter(Boolean)
  .map(
    (line) =>
      JSON.parse(line) as { title: string; summary: string; text: string; published: string; outlet: string },
  )
  .map(({ title, summary, text, published, outlet }) => ({ title, summary, body: text, published, outlet }))
  .map(({ outlet, ...text }) => ({ text, reading: read(text), source: outlet }));

const SOURCES = [
  'CECOT visit', 'prison reform', 'Bukele model', 'mega-prison', 'prisoner transfer', 'delegation from Costa Rica',
  'visit from Chile', 'host:SV', 'host:SV -Kast', 'CECOT OR riot', '(CECOT OR Tacoma) ministro', '"Van Hollen"', '"van hollen" CECOT',
  'Bukele NEAR/4 Kast', 'from:US status:denied', 'overcrowding', 'lang:pt', 'lang:fr CECOT', 'country:EC', 'senador', 'visita -Cecot',
  'kind:rights-and-conditions', 'source:cnn.com', 'source:com CECOT', 'derechos humanos cárcel Ecuador', 'Shakira', 'xyzzy',
  '(visita OR viaje) (ministro OR senador) (Chile OR Paraguay OR "Estados Unidos")', 'person:"Kristi Noem"', 'deportados',
]; // prettier-ignore
const queries = SOURCES.map((source) => parseQuery(source));

test('the index finds exactly what asking each query finds', () => {
  const index = QueryIndex.of(queries);
  let fired = 0;
  for (const document of documents) {
    const slow = queries.filter((query) => matchQuery(query, document)).map(({ hash }) => hash);
    expect(index.match(document).map(({ hash }) => hash)).toEqual(slow);
    expect(index.firing(new Facts(document))).toEqual(slow);
    fired += slow.length;
  }
  expect(fired).toBeGreaterThan(100);
});

test('an index kept as bytes answers the same', () => {
  const index = QueryIndex.of(queries);
  const again = QueryIndex.load(index.toBytes());
  expect(again.size).toBe(index.size);
  for (const document of documents) expect(again.match(document)).toEqual(index.match(document));
});

test('an empty set answers nothing', () => {
  expect(QueryIndex.load(QueryIndex.of([]).toBytes()).match(documents[0]!)).toEqual([]);
});

test('a match points at the places in the text that satisfy it', () => {
  const story: QueryDocument = {
    text: {
      title: 'Ministros de Ecuador recorren el Cecot',
      summary: 'La delegación viajó el martes a El Salvador.',
      body: '',
      published: '2026-11-17',
    },
    source: 'diario.example',
    reading: read({
      title: 'Ministros de Ecuador recorren el Cecot',
      summary: 'La delegación viajó el martes a El Salvador.',
      body: '',
      published: '2026-11-17',
    }),
  };
  const match = matchQuery(parseQuery('CECOT visit from Ecuador'), story)!;
  const words = match.terms.flatMap(({ spans }) =>
    spans.map(({ zone, start, end }) => story.text[zone].slice(start, end)),
  );
  expect(words).toEqual(
    expect.arrayContaining([expect.stringMatching(/Cecot/), expect.stringMatching(/Ecuador/)]),
  );
});

test('sources match by the end of the host name, on label borders', () => {
  const at = (source: string): QueryDocument => ({ ...documents[0]!, source });
  const fires = (query: string, source: string) => matchQuery(parseQuery(query), at(source)) !== null;
  expect(fires('source:cnn.com', 'edition.cnn.com')).toBe(true);
  expect(fires('source:cnn.com', 'mycnn.com')).toBe(false);
});
