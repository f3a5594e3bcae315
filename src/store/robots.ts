import type { RobotsCache, RobotsRules } from '../feeds/robots';
import type { Table } from './table';

const key = (origin: string) => ({ pk: `ROBOTS#${origin}`, sk: 'ROBOTS' });
/** Longer rules are asked for again in every run rather than stored. */
const mostCharacters = 20_000;

/** Rules of hosts in the news table; they expire by themselves. */
export class RobotsStore implements RobotsCache {
  constructor(private readonly table: Table) {}

  get(origin: string): Promise<RobotsRules | null> {
    return this.table.get<RobotsRules>(key(origin), { consistent: false });
  }

  async put(origin: string, rules: RobotsRules): Promise<void> {
    if (rules.text.length > mostCharacters) return;
    const ttl = Math.ceil(Date.parse(rules.until) / 1000);
    await this.table.put({ ...key(origin), ...rules, ttl });
  }
}
