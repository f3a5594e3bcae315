import type { Command } from 'commander';
import { EventStore } from '../../src/store/events';
import { StoryStore } from '../../src/store/stories';
import { printLine, UsageError } from './input';
import { type TablesOptions, useTables, withTables } from './tables';

const DAY = 86_400_000;

const quote = (value: unknown) => {
  const text = String(value ?? '');
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function addExport(program: Command): void {
  const command = program
    .command('export')
    .summary('print stories, events or the ledger of visits')
    .description(
      'Prints what is stored: `stories` and `events` as JSON Lines, `visits` as CSV. Holds no personal data.',
    )
    .argument('<what>', 'stories, events or visits')
    .option('--days <n>', 'how far back stories and events go', '30');
  withTables(command).action(async (what: string, options: TablesOptions & { days: string }) => {
    if (!['stories', 'events', 'visits'].includes(what))
      throw new UsageError(`export ${what}: expected stories, events or visits`);
    const days = Number(options.days);
    if (!(days > 0)) throw new UsageError(`--days ${options.days}: expected a number of days`);
    const since = new Date(Date.now() - days * DAY);
    await useTables(options, ['news'], async ({ news }) => {
      const events = new EventStore(news);
      if (what === 'stories')
        for await (const story of new StoryStore(news).published(since, new Date(Date.now() + DAY)))
          printLine(JSON.stringify(story));
      else if (what === 'events') {
        for (const event of await events.recent(100_000))
          if (event.last >= since.toISOString()) printLine(JSON.stringify(event));
      } else {
        printLine('date,end,visitors,host,facility,officials,status,event,stories');
        for await (const { id, visit, stories } of events.ledger())
          if (visit)
            printLine(
              [
                visit.date,
                visit.endDate,
                visit.visitors.join(' '),
                visit.host,
                visit.facility,
                visit.officials.map(({ name, role }) => `${name} (${role})`).join('; '),
                visit.status,
                id,
                stories.length,
              ]
                .map(quote)
                .join(','),
            );
      }
    });
  });
}
