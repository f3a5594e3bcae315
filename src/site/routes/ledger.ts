import type { Hono } from 'hono';
import type { NewsEvent } from '../../events/event';
import { type Ctx, type Rooms, type SiteEnv, hrefIn } from '../context';
import type { LedgerFilter } from '../deps';
import { ATOM_TYPE, atom } from '../feeds-out';
import { show } from '../layout';
import { ledgerPage } from '../pages/ledger';
import { visitRow, visitsCsv } from '../visit-table';
import { eventFeed } from './public-feeds';

const SHOWN = 200;
const DOWNLOADED = 20_000;
const FACETS_MS = 10 * 60_000;

/** What can be filtered by: the hosts, visitors and years that occur. */
export interface Facets {
  readonly hosts: readonly string[];
  readonly visitors: readonly string[];
  readonly years: readonly string[];
}

export function ledgerRoutes(site: Hono<SiteEnv>, { deps }: Rooms): void {
  let facets: Facets = { hosts: [], visitors: [], years: [] };
  let facetsAt = -Infinity;

  const read = async (filter: LedgerFilter, most: number): Promise<readonly NewsEvent[]> => {
    const events: NewsEvent[] = [];
    for await (const event of deps.events.ledger(filter)) if (events.push(event) === most) break;
    return events;
  };
  const readFacets = async (): Promise<Facets> => {
    const now = deps.clock.now().getTime();
    if (now - facetsAt < FACETS_MS) return facets;
    const [hosts, visitors, years] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const { visit, first } of await read({}, DOWNLOADED)) {
      if (!visit) continue;
      hosts.add(visit.host);
      for (const visitor of visit.visitors) visitors.add(visitor);
      years.add((visit.date ?? first).slice(0, 4));
    }
    facetsAt = now;
    facets = { hosts: [...hosts], visitors: [...visitors], years: [...years].sort().reverse() };
    return facets;
  };

  site.get('/ledger', async (c) => {
    const { speech, chosen } = c.var;
    const filter = filterOf(c);
    const events = await read(filter, SHOWN + 1);
    const body = ledgerPage({
      speech,
      to: (path) => hrefIn(speech, chosen, path),
      lang: chosen ? speech.lang : null,
      filter,
      facets: await readFacets(),
      events: events.slice(0, SHOWN),
      cut: events.length > SHOWN,
    });
    return show(c, deps.settings, { title: speech.words.ledger.title, body, feed: '/ledger.atom' });
  });

  const rows = async (c: Ctx) => {
    c.header('Cache-Control', 'public, max-age=300');
    return (await read(filterOf(c), DOWNLOADED)).map(visitRow).filter((row) => row !== null);
  };
  site.get('/ledger.json', async (c) => c.json({ visits: await rows(c) }));
  site.get('/ledger.csv', async (c) => {
    const text = visitsCsv(await rows(c));
    c.header('Content-Disposition', 'attachment; filename="visits.csv"');
    return c.body(text, 200, { 'Content-Type': 'text/csv; charset=utf-8' });
  });
  site.get('/ledger.atom', async (c) => {
    const feed = eventFeed(c, deps, await read(filterOf(c), 50), c.var.speech.words.ledger.title);
    return c.body(atom(feed), 200, { 'Content-Type': ATOM_TYPE, 'Cache-Control': 'public, max-age=300' });
  });
}

/** Values of another shape than ours are no filter. */
function filterOf(c: Ctx): LedgerFilter {
  const value = (name: string, form: RegExp) => form.exec(c.req.query(name) ?? '')?.[0];
  return {
    host: value('host', /^([A-Z]{2}|unknown)$/),
    visitor: value('visitor', /^([A-Z]{2}|org:[A-Za-z]{1,20}|unknown)$/),
    year: value('year', /^\d{4}$/),
  };
}
