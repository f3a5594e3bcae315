import type { Command } from 'commander';
import * as z from 'zod';
import { classifyStories, DEFAULT_QUERIES } from '../../src/stories/classify';
import { progress } from '../../src/local/progress';
import { classifyByTopic } from '../../src/stories/classify-by-topic';
import { parseQuery } from '../../src/meaning/query';
import { readTopic } from '../../src/stories/topic-file';
import { printLine, readInput, readJsonLines, UsageError } from './input';

const text = z.string().nullish();
const row = z.object({
  id: z.string().min(1),
  url: text,
  lang: text,
  outlet: text,
  published: text,
  title: z.string(),
  summary: text,
  text,
});

function checkQuery(query: string): void {
  try {
    parseQuery(query);
  } catch (error) {
    throw new UsageError(`--query '${query}': ${(error as Error).message}`);
  }
}

export function addClassify(program: Command): void {
  program
    .command('classify')
    .summary('understand the stories of a file')
    .description(
      'Reads {id, url?, lang?, outlet?, published?, title, summary, text} a line and writes a prediction a line: relevance, kinds, language, countries, visit, event, and which standing queries it answers. Events are grouped over the whole file.',
    )
    .argument('<file>', 'JSON Lines file, or - for standard input')
    .option(
      '-q, --query <words>',
      'a standing query, as a subscriber types it (repeatable)',
      (value, all: string[]) => [...all, value],
      [] as string[],
    )
    .option('--topic <file>', 'judge by this topic (see docs/topics.md) instead of the built-in one')
    .addHelpText('after', `\nWithout --query: ${DEFAULT_QUERIES.join(' · ')}`)
    .action((file: string, { query, topic }: { query: string[]; topic?: string }) => {
      if (topic !== undefined && query.length)
        throw new UsageError('--query speaks of the built-in topic; leave it out with --topic');
      const inputs = readJsonLines(file).map((value, i) => {
        const parsed = row.safeParse(value);
        if (parsed.success) return parsed.data;
        const issue = parsed.error.issues[0]!;
        throw new UsageError(
          `${file}: story ${i + 1} (${String(value.id ?? 'no id')}): ${issue.path.join('.')}: ${issue.message}`,
        );
      });
      query.forEach(checkQuery);
      const ownTopic = topic === undefined ? undefined : readTopic(readInput(topic), topic);
      const line = progress('classify');
      line.show(`${inputs.length} stories`);
      const predictions =
        ownTopic === undefined
          ? classifyStories(inputs, query.length ? query : undefined)
          : classifyByTopic(inputs, ownTopic);
      for (const prediction of predictions) printLine(JSON.stringify(prediction));
      line.done(`${predictions.length} stories, ${predictions.filter((p) => p.relevant).length} relevant`);
    });
}
