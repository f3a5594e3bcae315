import robotsParser from 'robots-parser';
import type { Clock } from '../clock';
import type { HttpGet } from './http/client';
import { type FetchFailure, FetchError } from './http/fetch-errors';
import type { Politeness } from './politeness';
import { domainOf } from './state';

/** The rules of one origin, and until when (ISO instant) they hold. */
export interface RobotsRules {
  readonly text: string;
  readonly until: string;
}

/** Where rules are kept between runs. */
export interface RobotsCache {
  get(origin: string): Promise<RobotsRules | null>;
  put(origin: string, rules: RobotsRules): Promise<void>;
}

export interface RobotsDeps {
  readonly http: HttpGet;
  readonly clock: Clock;
  readonly politeness: Politeness;
  readonly cache?: RobotsCache;
}

const hour = 3_600_000;
const dayLong = 24 * hour;
const mostBytes = 500 * 1024;
/** No page could be read there either: the reason is worth more than a refusal. */
const nowhere: ReadonlySet<FetchFailure> = new Set(['address-refused', 'dns'] as const);
const closed = 'User-agent: *\nDisallow: /';

/** robots.txt, asked once a day per origin. Feeds are published to be polled; pages and guesses at addresses ask first. */
export class Robots {
  private readonly inRun = new Map<string, Promise<RobotsRules>>();

  constructor(private readonly deps: RobotsDeps) {}

  /**
   * Whether the host lets us read this address.
   * @throws FetchError when there is no such host, or it is none we may ask
   */
  async allows(url: string): Promise<boolean> {
    const { origin } = new URL(url);
    const rules = await this.rules(origin);
    return robotsParser(`${origin}/robots.txt`, rules.text).isAllowed(url, this.deps.http.product) ?? true;
  }

  private async rules(origin: string): Promise<RobotsRules> {
    const now = this.deps.clock.now().toISOString();
    const known = await this.inRun.get(origin);
    if (known && known.until > now) return known;
    const stored = await this.deps.cache?.get(origin);
    const rules = stored && stored.until > now ? Promise.resolve(stored) : this.ask(origin);
    this.inRun.set(origin, rules);
    return rules;
  }

  private async ask(origin: string): Promise<RobotsRules> {
    const { http, politeness, clock, cache } = this.deps;
    const until = (ms: number) => new Date(clock.now().getTime() + ms).toISOString();
    let rules: RobotsRules;
    try {
      const address = `${origin}/robots.txt`;
      const { status, body } = await politeness.turn(domainOf(origin), () =>
        http.get(address, { bodyBytes: mostBytes }),
      );
      // RFC 9309: no rules where there is no file, no visit while the server cannot say.
      if (status >= 500 || status === 429) rules = { text: closed, until: until(hour) };
      else rules = { text: status < 300 ? Buffer.from(body).toString('utf8') : '', until: until(dayLong) };
    } catch (error) {
      if (!(error instanceof FetchError) || nowhere.has(error.failure)) throw error;
      rules = { text: error.failure === 'too-large' ? '' : closed, until: until(hour) };
    }
    await cache?.put(origin, rules);
    return rules;
  }
}
