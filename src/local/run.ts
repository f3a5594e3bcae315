import { setTimeout as wait } from 'node:timers/promises';
import { dynamoTables } from '../store/client';
import { EventStore } from '../store/events';
import { signUpDemoSubscribers } from './demo-subscribers';
import { LOCAL_TABLES } from './dynamo';
import type { Engine } from './engine';
import { type Machine, type MachineOptions, openMachine } from './machine';
import { Outcome } from './outcome';
import { progress } from './progress';
import { reportText } from './report';

export interface RunOptions extends Omit<MachineOptions, 'onFeed' | 'onStory'> {
  readonly once: boolean;
  /** Takes the report and the closing words. */
  readonly print: (text: string) => void;
}

const TICK_MS = 2000;
const MINUTE_MS = 60_000;
/** A run that was killed holds its lease at most this long; between two stops of a play it would cost a day. */
const LEASE_MS = 6 * MINUTE_MS;

/** Runs the whole pipeline on this machine, reports what it found, and (unless `once`) goes on until stopped. */
export async function run(options: RunOptions): Promise<void> {
  const outcome = new Outcome();
  const line = progress('vigia');
  const machine = await openMachine({
    ...options,
    onFeed(feed) {
      outcome.feed(feed);
      line.show(`${outcome.feeds.size} feeds, ${feed.title}: ${feed.reason || `${feed.newEntries} new`}`);
    },
    onStory(story, event) {
      outcome.story(story, event);
      line.show(`${outcome.stories} stories, ${story.title}`);
    },
  });
  const { engine, saved } = machine;
  const before = new Set(engine.mailbox.mails());
  try {
    if (saved) await play(machine, outcome, (state) => line.show(state));
    else await tick(engine, outcome, true);
    line.done(`${outcome.feeds.size} feeds polled, ${outcome.stories} stories kept`);
    const { news } = dynamoTables({ news: LOCAL_TABLES.news }, engine.dynamoEndpoint);
    const events = (await new EventStore(news).recent(500)).filter((event) => outcome.events.has(event.id));
    const mails = engine.mailbox.mails().filter((mail) => !before.has(mail));
    options.print(await reportText({ outcome, events, mails }));
    if (options.once) return;
    options.print(`Site     ${engine.siteUrl}\nMailbox  ${engine.mailbox.url}\nStop with Ctrl-C.`);
    saved?.clock.run();
    await goOn(machine, outcome);
  } finally {
    await machine.close();
  }
}

/** Plays the generations of the saved feeds; after each an hour passes, and at the end the night, when digests go out. */
async function play(machine: Machine, outcome: Outcome, show: (state: string) => void): Promise<void> {
  const { clock, manifest } = machine.saved!;
  await signUpDemoSubscribers(machine.engine, clock);
  const starts = manifest.generations.map(({ at }) => Date.parse(at));
  const stops = [...starts.flatMap((at) => [at, at + 60 * MINUTE_MS]), starts.at(-1)! + 24 * 60 * MINUTE_MS];
  for (const stop of stops) {
    clock.advanceTo(new Date(stop));
    show(`it is ${clock.now().toISOString().slice(0, 16)}Z`);
    const busy = await tick(machine.engine, outcome, true);
    if (busy) {
      clock.advanceTo(new Date(clock.now().getTime() + LEASE_MS));
      await tick(machine.engine, outcome, true);
    }
    machine.saveTime();
  }
}

/** Each door once, in the order in which work flows. True when one of them found its work in the hands of another run. */
async function tick(engine: Engine, outcome: Outcome, poll: boolean): Promise<boolean> {
  const polled = poll ? await engine.poll() : [];
  outcome.polled(polled);
  const alerted = await engine.alert();
  await engine.send();
  await engine.receipts();
  return alerted.busy || polled.some(({ busy }) => busy);
}

/** Runs the doors until the process is asked to stop: mail every two seconds, feeds once a minute. */
async function goOn(machine: Machine, outcome: Outcome): Promise<void> {
  const stop = new AbortController();
  const { signal } = stop;
  process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
  for (let n = 1; !signal.aborted; n++) {
    await wait(TICK_MS, undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    await tick(machine.engine, outcome, n % (MINUTE_MS / TICK_MS) === 0);
    machine.saveTime();
  }
}
