/**
 * Writes src/events/rarity.json: for each word stem that the labelled stories use in more than seven events, how
 * telling it is (inverse document frequency over events, scaled to 0..1). Run after the corpus grows.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '../test/corpus');
const events = new Map<string, Set<string>>();
for (const file of readdirSync(folder).filter((name) => /^(train|seen)-.*\.jsonl$/.test(name)))
  for (const line of readFileSync(path.join(folder, file), 'utf8').split('\n').filter(Boolean)) {
    const story = JSON.parse(line) as {
      id: string;
      title: string;
      summary: string;
      text: string;
      labels: { event?: string };
    };
    const event = story.labels.event ?? story.id;
    const words = `${story.title} ${story.summary} ${story.text}`
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu);
    for (const word of words ?? [])
      if (word.length >= 4) {
        const stem = word.slice(0, 6);
        events.set(stem, (events.get(stem) ?? new Set()).add(event));
      }
  }
const all = new Set([...events.values()].flatMap((set) => [...set])).size;
const unseen = Math.log(all / 1.5);
const stems = Object.fromEntries(
  [...events]
    .filter(([, set]) => set.size > 7)
    .map(
      ([stem, set]) =>
        [stem, Math.max(0.02, Math.round((Math.log(all / set.size) / unseen) * 100) / 100)] as const,
    )
    .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
);
writeFileSync(path.join(__dirname, '../src/events/rarity.json'), JSON.stringify({ unseen: 1, stems }) + '\n');
process.stderr.write(`${Object.keys(stems).length} stems from ${all} events\n`);
