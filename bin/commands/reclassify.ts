import type { Command } from 'commander';
import { progress } from '../../src/local/progress';
import { LEXICON_VERSION } from '../../src/meaning/lexicon-version';
import { read } from '../../src/meaning/read';
import { EventStore } from '../../src/store/events';
import { StoryStore } from '../../src/store/stories';
import { reclassify } from '../../src/stories/reclassify';
import { printLine, UsageError } from './input';
import { type TablesOptions, useTables, withTables } from './tables';

const DAY = 86_400_000;

export function addReclassify(program: Command): void {
  const command = program
    .command('reclassify')
    .summary('read stored stories again after the lexicon changed')
    .description(
      'Reads stored stories again that an older lexicon has read. Mails nothing. May be stopped and started again.',
    )
    .option('--days <n>', 'how far back', '90');
  withTables(command).action(async (options: TablesOptions & { days: string }) => {
    const days = Number(options.days);
    if (!(days > 0)) throw new UsageError(`--days ${options.days}: expected a number of days`);
    const line = progress('reclassify');
    const counts = await useTables(options, ['news'], ({ news }) =>
      reclassify(
        {
          stories: new StoryStore(news),
          events: new EventStore(news),
          read,
          lexicon: LEXICON_VERSION,
          onStory: ({ seen, reread }) => line.show(`${seen} stories, ${reread} read again`),
        },
        new Date(Date.now() - days * DAY),
        new Date(Date.now() + DAY),
      ),
    );
    line.done(`${counts.seen} stories, ${counts.reread} read again`);
    printLine(JSON.stringify(counts));
  });
}
