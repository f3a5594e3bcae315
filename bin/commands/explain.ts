import type { Command } from 'commander';
import { readArticle } from '../../src/articles/read-article';
import { systemClock } from '../../src/clock';
import { plainText } from '../../src/feeds/plain-text';
import { Politeness } from '../../src/feeds/politeness';
import { explain } from '../../src/meaning/explain';
import type { Statement } from '../../src/meaning/explanation';
import { describeQuery, matchQuery, parseQuery } from '../../src/meaning/query';
import { read } from '../../src/meaning/read';
import { type Language, LANGUAGES, type StoryText } from '../../src/meaning/reading';
import { DEFAULT_QUERIES } from '../../src/stories/classify';
import { printLine, readInput, UsageError } from './input';
import { isAddress, openHttp } from './load';

interface Options {
  readonly query: string[];
  readonly lang: string;
  readonly published?: string;
  readonly json?: boolean;
}

export function addExplain(program: Command): void {
  program
    .command('explain')
    .summary('say why a text is or is not relevant')
    .description(
      'Reads a text (its first line is the headline), a JSON story, or the page at an address, and says why it is or is not relevant, of which kinds, with which slots, and which standing queries it answers.',
    )
    .argument('<source>', 'file, http(s) address, or - for standard input')
    .option(
      '-q, --query <words>',
      'a standing query to try (repeatable)',
      (value, all: string[]) => [...all, value],
      [] as string[],
    )
    .option('--lang <code>', 'language of the explanation: es, en, pt, fr', 'en')
    .option('--published <date>', 'date against which “Tuesday” is understood; today unless given')
    .option('--json', 'print reading, explanation and matches as JSON')
    .action(async (source: string, options: Options) => {
      if (!LANGUAGES.includes(options.lang as Language))
        throw new UsageError(`--lang ${options.lang}: expected ${LANGUAGES.join(', ')}`);
      const lang = options.lang as Language;
      const story = {
        ...(isAddress(source) ? await fromPage(source) : fromText(readInput(source))),
        ...(options.published && { published: options.published }),
      };
      const reading = read(story);
      const explanation = explain(story, reading, lang);
      const document = {
        text: story,
        reading,
        source: isAddress(source) ? new URL(source).hostname.replace(/^www\./, '') : '',
      };
      const asked = (options.query.length ? options.query : DEFAULT_QUERIES).map((typed) => {
        const query = parseQuery(typed);
        return {
          query: typed,
          reading: describeQuery(query, lang),
          fires: matchQuery(query, document) !== null,
        };
      });
      if (options.json) return printLine(JSON.stringify({ reading, explanation, queries: asked }, null, 2));
      const say = ({ text, sentence }: Statement) => {
        printLine(`  - ${text}`);
        if (sentence) printLine(`      ${story[sentence.zone].slice(sentence.start, sentence.end).trim()}`);
      };
      printLine(explanation.verdict);
      for (const kind of explanation.kinds) {
        printLine(`\n${kind.name}`);
        kind.statements.forEach(say);
      }
      if (explanation.visit.length) printLine('');
      for (const slot of explanation.visit)
        printLine(
          `  ${slot.text}${slot.words.length ? `   ← ${slot.words.map((word) => `“${word}”`).join(', ')}` : ''}`,
        );
      explanation.missing.forEach(say);
      printLine('');
      for (const { query, reading: words, fires } of asked)
        printLine(`${fires ? 'fires ' : 'silent'}  ${query}  (${words})`);
    });
}

function fromText(text: string): StoryText {
  if (text.trimStart().startsWith('{')) {
    try {
      const {
        title = '',
        summary = '',
        text: body = '',
        published = null,
      } = JSON.parse(text) as Record<string, string>;
      return { title, summary, body, published };
    } catch (error) {
      throw new UsageError(`looks like JSON but is not one story (${(error as Error).message})`);
    }
  }
  const [title = '', ...rest] = text.trim().split('\n');
  return {
    title: plainText(title),
    summary: '',
    body: rest.join('\n').trim(),
    published: new Date().toISOString(),
  };
}

async function fromPage(url: string): Promise<StoryText> {
  const http = openHttp();
  try {
    const article = await readArticle(url, {
      http,
      politeness: new Politeness({ clock: systemClock }),
      clock: systemClock,
    });
    if (article.outcome !== 'read') throw new UsageError(`${url}: ${article.reason}`);
    return { title: article.title ?? '', summary: '', body: article.text, published: article.published };
  } finally {
    await http.close();
  }
}
