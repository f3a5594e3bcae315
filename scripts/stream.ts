/**
 * npx tsx scripts/stream.ts [--json] [--most 0.01] [--count 5000] [--seed 1]: reads a stream of ordinary news, in which
 * nothing is relevant, and prints every false alarm. Exits with 1 when their share is above --most, with 2 on a bad option.
 */
import { parseArgs } from 'node:util';
import { read } from '../src/meaning/read';
import { type NewsItem, ordinaryNews } from './ordinary-news/generate';

interface FalseAlarm extends Pick<NewsItem, 'id' | 'lang' | 'title' | 'summary'> {
  readonly kinds: readonly string[];
  /** Name of the first rule behind each kind. */
  readonly rules: readonly string[];
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    most: { type: 'string', default: '0.01' },
    count: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
  },
});

function number(option: 'most' | 'count' | 'seed', least: number): number {
  const value = Number(values[option]);
  if (values[option].trim() !== '' && value >= least) return value;
  console.error(`--${option} is "${values[option]}"; it must be a number not below ${least}`);
  process.exit(2);
}

const [most, count, seed] = [number('most', 0), number('count', 1), number('seed', 0)];

const falseAlarm = ({ id, lang, title, summary, text, published }: NewsItem): FalseAlarm[] => {
  const { relevant, kinds } = read({ title, summary, body: text, published });
  if (!relevant) return [];
  const rules = kinds.map(({ reasons }) => reasons[0]?.rule ?? 'no reason');
  return [{ id, lang, title, summary, kinds: kinds.map(({ kind }) => kind), rules }];
};

const news = ordinaryNews(count, seed);
const falseAlarms = news.flatMap(falseAlarm);
const rate = falseAlarms.length / news.length;

if (values.json)
  console.log(
    JSON.stringify({ items: news.length, relevant: falseAlarms.length, rate, falseAlarms }, null, 2),
  );
else {
  for (const { id, lang, title, summary, kinds, rules } of falseAlarms)
    console.log(
      `${id} ${lang} ${kinds.map((kind, at) => `${kind} (${rules[at]})`).join(', ')}\n  ${title}\n  ${summary}`,
    );
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  console.log(
    `${falseAlarms.length} of ${news.length} ordinary items called relevant: ${percent(rate)}, at most ${percent(most)}`,
  );
}
process.exitCode = rate > most ? 1 : 0;
