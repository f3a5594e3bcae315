import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Platform } from '../../lambdas/platform';
import { type Clock, systemClock } from '../clock';
import { type Log, silentLog } from '../log';
import type { Settings } from '../settings';
import { Closing } from './closing';
import { type Engine, startEngine } from './engine';
import { type FixtureManifest, readFixtureManifest } from './fixture-manifest';
import { startFixtureServer } from './fixture-server';
import { SteeredClock } from './steered-clock';

export interface MachineOptions {
  readonly settings: Settings;
  /** Folder of saved feeds to play, or null to poll real ones. */
  readonly fixtures: string | null;
  /** Folder of the OPML lists of real feeds. */
  readonly lists: string;
  /** Where everything is kept between runs; null keeps it in memory. */
  readonly data: string | null;
  readonly sitePort: number;
  readonly mailboxPort: number;
  readonly log?: Log;
  readonly onFeed?: Platform['onFeed'];
  readonly onStory?: Platform['onStory'];
}

/** The engine with the world around it: real time and feeds, or saved feeds and a clock that is steered. */
export interface Machine {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly saved: { readonly manifest: FixtureManifest; readonly clock: SteeredClock } | null;
  /** Remembers the steered time for the next run on the same data. */
  saveTime(): void;
  close(): Promise<void>;
}

/** Saved feeds answer at once; what does not answer within this time is one of the hostile ones. */
const FIXTURE_HTTP_MS = 3000;
/** Nobody polls saved feeds too often. */
const FIXTURE_FASTEST_MINUTES = 10;

export const openMachine = (options: MachineOptions): Promise<Machine> =>
  Closing.whileOpening((closing) => open(options, closing));

async function open(options: MachineOptions, closing: Closing): Promise<Machine> {
  const { settings, data } = options;
  const manifest = options.fixtures ? readFixtureManifest(options.fixtures) : null;
  const timeFile = data && manifest ? path.join(data, 'clock') : null;
  const steered = manifest && new SteeredClock(timeIn(timeFile) ?? new Date(manifest.generations[0]!.at));
  const server = manifest && steered && (await startFixtureServer(manifest, steered));
  if (server) closing.add(() => server.close());
  const hosts = new Set(
    manifest?.outlets.flatMap(({ host }) => [host, `www.${host}`, `amp.${host}`, `m.${host}`]),
  );
  const clock = steered ?? systemClock;
  const engine = await startEngine({
    ...options,
    settings: manifest
      ? { ...settings, feeds: { ...settings.feeds, lists: ['feeds'], fastest: FIXTURE_FASTEST_MINUTES } }
      : settings,
    lists: manifest?.folder ?? options.lists,
    platform: {
      clock,
      log: options.log ?? silentLog,
      random: () => randomInt(2 ** 32) / 2 ** 32,
      standIn: server ? (hostname) => (hosts.has(hostname) ? server.port : null) : undefined,
      httpMs: manifest ? FIXTURE_HTTP_MS : undefined,
      onFeed: options.onFeed,
      onStory: options.onStory,
    },
  });
  closing.add(() => engine.close());
  return {
    engine,
    clock,
    saved: manifest && steered && { manifest, clock: steered },
    saveTime() {
      if (!timeFile) return;
      mkdirSync(path.dirname(timeFile), { recursive: true });
      writeFileSync(timeFile, `${clock.now().toISOString()}\n`);
    },
    close: () => closing.close(),
  };
}

function timeIn(file: string | null): Date | null {
  if (!file) return null;
  try {
    const time = new Date(readFileSync(file, 'utf8').trim());
    return Number.isNaN(time.getTime()) ? null : time;
  } catch {
    return null;
  }
}
