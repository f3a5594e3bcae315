/**
 * Writes src/meaning/language/table.json from scripts/language/*.json and the seen labelled stories, all our own
 * wording. Run after changing those: npx tsx scripts/build-language-table.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gramsOf } from '../src/meaning/language/grams';
import { labelledSets } from './eval/sets';

const GRAMS = 1000;
const STEPS = 40;
const root = join(__dirname, '..');
const json = (path: string): Record<string, string> => JSON.parse(readFileSync(join(root, path), 'utf8'));

const words = json('scripts/language/common-words.json');
const others = json('scripts/language/other-texts.json');

const texts = new Map<string, string[]>();
const add = (lang: string, text: string): void => void texts.set(lang, [...(texts.get(lang) ?? []), text]);
for (const [lang, list] of Object.entries(words)) add(lang, list);
for (const [lang, text] of Object.entries(others)) add(lang, text);
for (const set of labelledSets().filter(({ apart }) => !apart))
  for (const story of set.stories) add(story.lang, `${story.title} ${story.summary} ${story.text}`);

const langs = [...texts.keys()].sort();
const counts = new Map<string, number[]>();
const totals = langs.map(() => 0);
langs.forEach((lang, index) => {
  for (const text of texts.get(lang) ?? [])
    for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [])
      for (const gram of gramsOf(word)) {
        const row = counts.get(gram) ?? langs.map(() => 0);
        row[index] = (row[index] ?? 0) + 1;
        counts.set(gram, row);
        totals[index] = (totals[index] ?? 0) + 1;
      }
});

const smoothed = (row: readonly number[]): number[] =>
  row.map((count, index) => Math.log((count + 0.3) / ((totals[index] ?? 0) + 0.3 * counts.size)));
const rated = [...counts].map(([gram, row]) => {
  const logs = smoothed(row);
  const rates = logs.map(Math.exp);
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const spread = rates.reduce((sum, rate) => sum + rate * Math.log(rate / mean), 0);
  return { gram, logs, spread };
});
rated.sort((a, b) => b.spread - a.spread || (a.gram < b.gram ? -1 : 1));
const kept = rated.slice(0, GRAMS).sort((a, b) => (a.gram < b.gram ? -1 : 1));

/** One letter a language and gram: how far below the best language, in twentieths of 5 nats. */
const letters = (logs: readonly number[]): string => {
  const best = Math.max(...logs);
  return logs
    .map((log) => String.fromCharCode(48 + Math.min(STEPS, Math.round(((best - log) / 5) * STEPS))))
    .join('');
};

const table = {
  langs,
  words,
  grams: kept.map(({ gram }) => gram).join(' '),
  weights: kept.map(({ logs }) => letters(logs)).join(''),
};
const file = join(root, 'src/meaning/language/table.json');
writeFileSync(file, `${JSON.stringify(table)}\n`);
console.log(`${file}: ${kept.length} n-grams, ${JSON.stringify(table).length} characters`);
