/**
 * Proves that killing the process at any moment loses and duplicates nothing: plays the saved feeds with kept data,
 * kills the process without warning at random moments, starts it again, and compares the mails and events with those
 * of an undisturbed run.
 *
 *     npm run prove:restart -- [--kills N] [--seed N]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import PostalMime from 'postal-mime';
import { DEMO_SUBSCRIBERS } from '../src/local/demo-subscribers';
import { LOCAL_TABLES, startLocalDynamo } from '../src/local/dynamo';
import { dynamoTables } from '../src/store/client';
import { EventStore } from '../src/store/events';

const ROOT = path.join(__dirname, '..');
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '8' }, seed: { type: 'string', default: '1' } },
});
const digestReaders = new Set(
  DEMO_SUBSCRIBERS.filter(({ frequency }) => frequency !== 'instant').map(({ email }) => email),
);
const kills = Number(values.kills);
let state = Number(values.seed);
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

/** Runs to the end, or is killed after `ms`; true when it ended by itself. */
function play(data: string, ms: number | null): Promise<boolean> {
  const child = spawn(process.execPath, ['bin/vigia.mjs', 'run', '--once', '--data', data], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk));
  const timer = ms === null ? undefined : setTimeout(() => child.kill('SIGKILL'), ms);
  return new Promise((resolve, reject) =>
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (code) reject(new Error(`the run ended with ${code}: ${errors.slice(-2000)}`));
      else resolve(signal === null);
    }),
  );
}

async function outcome(data: string) {
  const mails = await Promise.all(
    readdirSync(path.join(data, 'mailbox'))
      .filter((name) => name.endsWith('.eml'))
      .map((name) => PostalMime.parse(readFileSync(path.join(data, 'mailbox', name)))),
  );
  const dynamo = await startLocalDynamo(path.join(data, 'tables'));
  try {
    const { news } = dynamoTables({ news: LOCAL_TABLES.news }, dynamo.endpoint);
    const events = await new EventStore(news).recent(1000);
    const keyOf = (mail: (typeof mails)[number]) =>
      mail.headers.find(({ key }) => key === 'x-alert-key')?.value ?? '';
    const toldBy = (title = '') =>
      events
        .find((event) => event.stories.some((story) => story.title === title))
        ?.stories.map((story) => story.link)
        .sort()[0];
    /**
     * What a mail tells. Which story came first, and so lends an event its title, may differ from run to run, and so
     * may the day on which an event goes into a digest; what is told may not.
     */
    const tells = ({ to, subject = '', headers }: (typeof mails)[number]): string[] => {
      const reader = to?.[0]?.address ?? '';
      const isNews = headers.some(({ key }) => key === 'list-id');
      if (!isNews || !digestReaders.has(reader)) return [`${reader} ${toldBy(subject) ?? subject}`];
      return Array.from(
        { length: Number(/^\d+/.exec(subject)?.[0] ?? 1) },
        () => `${reader} an event in a digest`,
      );
    };
    return {
      keys: mails.map(keyOf).sort(),
      mails: mails.flatMap(tells).sort(),
      stories: events.flatMap((event) => event.stories.map((story) => story.link)).sort(),
    };
  } finally {
    await dynamo.close();
  }
}

/** What is left of a list when everything in another is taken out of it, once each. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigia-restart-'));
  try {
    const calm = path.join(folder, 'calm');
    const began = Date.now();
    await play(calm, null);
    const length = Date.now() - began;
    const rough = path.join(folder, 'rough');
    let killed = 0;
    while (killed < kills) {
      if (await play(rough, 1000 + random() * length * 0.6)) break;
      killed++;
      process.stderr.write(`killed ${killed} of ${kills}\n`);
    }
    await play(rough, null);
    const [a, b] = [await outcome(calm), await outcome(rough)];
    const twice = b.keys.filter((key, i) => key !== '' && b.keys[i + 1] === key);
    const missing = without(a.mails, b.mails);
    const extra = without(b.mails, a.mails);
    const lostStories = a.stories.filter((link) => !b.stories.includes(link));
    process.stdout.write(
      `${killed} kills · mails ${a.mails.length} calm, ${b.mails.length} rough · sent twice ${twice.length} · missing ${missing.length} · unexpected ${extra.length} · stories lost ${lostStories.length}\n`,
    );
    for (const line of [
      ...missing.map((mail) => `missing: ${mail}`),
      ...extra.map((mail) => `unexpected: ${mail}`),
      ...lostStories.map((link) => `lost: ${link}`),
    ])
      process.stdout.write(`  ${line}\n`);
    if (twice.length || missing.length || extra.length || lostStories.length) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
});
