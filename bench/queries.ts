/**
 * Matching all standing queries against ready stories: 10³ to 10⁵ distinct queries made of the words people use,
 * against a plain loop over the same queries in the same run.
 *
 *     npx tsx bench/queries.ts
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseQuery, type Query, QueryIndex } from '../src/meaning/query';
import { Facts } from '../src/meaning/query/facts';
import { matchFacts } from '../src/meaning/query/match';
import { countryCodes, countryName } from '../src/meaning/gazetteer/countries';
import { allFacilities } from '../src/meaning/gazetteer/facilities';
import { read } from '../src/meaning/read';

const cpuSeconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

let state = 1;
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() ** 2 * list.length)]!;

const ACTS = [
  'visit',
  'delegation',
  'reform',
  'prison reform',
  'riot prison',
  'prisoner transfer',
  'overcrowding',
  'mega-prison',
  'Bukele model',
];
const WORDS =
  'ministro senador justicia régimen militares rehenes hacinamiento videollamadas celulares dron pandilla maras Barrio cárteles motín fuga huelga hambre pabellón juez fiscal amparo habeas corpus traslado extradición presupuesto licitación concesión'.split(
    ' ',
  );
const countries = countryCodes().map((code) => countryName(code, 'en'));

/** Distinct queries as people type them: an act, a country, a prison, a word, in all mixtures. */
function distinctQueries(count: number): Query[] {
  const queries = new Map<string, Query>();
  while (queries.size < count) {
    const parts = [
      pick(ACTS),
      random() < 0.7 ? pick(countries) : '',
      random() < 0.3 ? pick(allFacilities()).name : '',
      random() < 0.5 ? `${pick(WORDS)}` : '',
      random() < 0.35 ? `${pick(WORDS)}${Math.floor(random() * 400)}` : '',
    ];
    try {
      const query = parseQuery(parts.filter(Boolean).join(' '));
      queries.set(query.hash, query);
    } catch {
      // A mixture that only common words make is no query.
    }
  }
  return [...queries.values()];
}

export function benchQueries(sizes: readonly number[] = [1_000, 10_000, 100_000]): void {
  const stories = readFileSync(path.join(__dirname, '../test/corpus/seen-ordinary.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { title: string; summary: string; text: string; published: string })
    .map(({ title, summary, text, published }) => ({ title, summary, body: text, published }))
    .map((text) => ({ text, reading: read(text), source: 'diario.example' }));
  const facts = () => stories.map((story) => { const f = new Facts(story); f.prepare(); return f; }); // prettier-ignore
  for (const size of sizes) {
    const queries = distinctQueries(size);
    const bytes = QueryIndex.of(queries).toBytes();
    const before = process.memoryUsage();
    const began = process.hrtime.bigint();
    const index = QueryIndex.load(bytes);
    const loadMs = Number(process.hrtime.bigint() - began) / 1e6;
    const after = process.memoryUsage();
    const rounds = 20;
    const ready = Array.from({ length: rounds }, facts);
    let found = 0;
    const indexed = cpuSeconds(() =>
      ready.forEach((round) => round.forEach((f) => (found += index.firing(f).length))),
    );
    const once = facts();
    let looped = 0;
    const loop =
      size > 10_000
        ? null
        : cpuSeconds(() =>
            once.forEach((f) => queries.forEach((query) => (looped += matchFacts(query, f) ? 1 : 0))),
          );
    const perSecond = (stories.length * rounds) / indexed;
    const ratio =
      loop === null
        ? ''
        : ` · ${(loop / (indexed / rounds)).toFixed(0)}× a plain loop${looped * rounds === found ? '' : ' (ANSWERS DIFFER)'}`;
    const megabytes = (after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed) / 1e6;
    process.stdout.write(
      `${size} queries: ${Math.round(perSecond)} stories per CPU-second, ${(found / rounds / stories.length).toFixed(1)} matches a story, loads in ${loadMs.toFixed(1)} ms, ${(bytes.byteLength / 1e6).toFixed(1)} MB stored, ${megabytes.toFixed(1)} MB in memory${ratio}\n`,
    );
  }
}

if (require.main === module) benchQueries();
