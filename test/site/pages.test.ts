import { createSite } from '../../src/site/site';
import { type Installation, OPERATOR_TOKEN, startInstallation, storeVisit } from './installation';

let place: Installation;
let site: ReturnType<typeof createSite>;
beforeAll(async () => {
  place = await startInstallation();
  site = createSite(place.deps);
  await storeVisit(place);
  await storeVisit(place, '=HYPERLINK');
});
afterAll(() => place.dynamo.stop());

const page = async (path: string, init?: RequestInit) => {
  const reply = await site.request(path, init);
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
};

describe('public pages', () => {
  test.each([
    ['es', 'Reciba alertas'],
    ['en-GB,en;q=0.9,es;q=0.3', 'Get alerts'],
    ['de,pt-BR;q=0.5', 'Receba alertas'],
    ['fr', 'Reciba alertas'],
    ['en;q=0', 'Reciba alertas'],
  ])('the home page speaks as the browser asks: %s', async (accept, heading) => {
    const { status, text } = await page('/', { headers: { 'accept-language': accept } });
    expect(status).toBe(200);
    expect(text).toContain(heading);
    expect(text).toContain('Ecuador');
  });

  test('a chosen language beats the browser and stays in the links', async () => {
    const { text } = await page('/?lang=en', { headers: { 'accept-language': 'pt' } });
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('href="/events?lang=en"');
  });

  test('an event shows who visited what, its sources and the sentence that decided', async () => {
    const { status, text } = await page('/events/ecuador-cecot?lang=en');
    expect(status).toBe(200);
    expect(text).toContain('El Salvador');
    expect(text).toContain('Gian Carlo Loffredo (ministro de Defensa)');
    expect(text).toContain('<mark>visitan</mark>');
    expect(text).toContain('https://gazette.example/ecuador-cecot?utm=1');
  });

  test('the register filters and downloads', async () => {
    expect((await page('/ledger?host=SV&lang=en')).text).toContain('2 visits');
    expect((await page('/ledger?host=HN&lang=en')).text).toContain('No visits match');
    const { visits } = JSON.parse((await page('/ledger.json?visitor=EC&year=2026')).text);
    expect(visits[0]).toMatchObject({ host: 'SV', facility: 'CECOT', visitors: ['EC'], date: '2026-11-20' });
    const csv = await page('/ledger.csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.text).toContain(`"'=HYPERLINK"`);
    expect((await page('/ledger.atom')).text).toContain('urn:vigia:event:ecuador-cecot');
  });

  test('public feeds answer 304 to who has them', async () => {
    const first = await page('/events.atom');
    expect(first.headers.get('content-type')).toContain('atom');
    const again = await page('/events.atom', { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect(again.status).toBe(304);
    expect(JSON.parse((await page('/events.json')).text).items).toHaveLength(2);
  });

  test('every page carries a strict policy and loads nothing from elsewhere', async () => {
    for (const path of [
      '/',
      '/events',
      '/ledger',
      '/privacy',
      '/events/ecuador-cecot',
      '/nowhere',
      '/operator',
    ]) {
      const { headers, text } = await page(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      for (const [, address] of text.matchAll(/(?:src|<link rel="(?:stylesheet|icon)" href)="([^"]+)"/g))
        expect(address).toMatch(/^\/assets\//);
      expect(text).not.toMatch(/<script(?! src="\/assets)|style="|\son\w+="/);
    }
  });

  test('assets are there under the names the pages use', async () => {
    const { text } = await page('/');
    for (const [, address] of text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g))
      expect((await page(address!)).status).toBe(200);
  });

  test('unknown pages and events say so in words', async () => {
    expect(await page('/nowhere?lang=en')).toMatchObject({
      status: 404,
      text: expect.stringContaining('does not exist'),
    });
    expect((await page('/events/none')).status).toBe(404);
    expect((await page('/events/%00%2e')).status).toBe(404);
  });

  test('a failing store gives a page in words, not a trace', async () => {
    const broken = {
      ...place.deps,
      events: { ...place.deps.events, recent: () => Promise.reject(new Error('secret detail')) },
    };
    const reply = await createSite(broken as never).request('/events?lang=en');
    expect(reply.status).toBe(500);
    const text = await reply.text();
    expect(text).toContain('Something failed on our side');
    expect(text).not.toContain('secret detail');
  });
});

describe('preview', () => {
  test('echoes the reading and what 30 days would have brought', async () => {
    const { text } = await page('/?q=visit+cecot&lang=en');
    expect(text).toContain('en: cecot &amp; visit');
    expect(text).toContain('you would have received 2 events');
    expect(text).toContain('less than one mail a week');
  });

  test('names unknown words and says when nothing was found', async () => {
    const { text } = await page('/?q=zzyzx&lang=en');
    expect(text).toContain('as they are: zzyzx');
    expect(text).toContain('Nothing like this happened');
  });

  test('points at the place that cannot be read', async () => {
    const { status, text } = await page('/?q=cecot+%22visit&lang=en');
    expect(status).toBe(400);
    expect(text).toContain('(character 7): the closing quote is missing');
    expect(text).toContain('<code>cecot <mark>&quot;visit</mark></code>');
  });

  test('markup in a query stays text', async () => {
    const { text } = await page(`/?q=${encodeURIComponent('"><script>alert(1)</script>"')}`);
    expect(text).not.toContain('<script>alert');
  });
});

describe('operator page', () => {
  test('opens with the token only, and shows what is wrong first', async () => {
    place.feedHealth.push(
      {
        title: 'Good',
        url: 'https://a.example/rss',
        country: 'PE',
        lastSuccess: '2026-11-22T11:00:00Z',
        lastNews: null,
        failure: null,
        failures: 0,
        intervalMinutes: 15,
        unchanged: 0.7,
        overlapsLost: 0,
        charsetGuessed: false,
      },
      {
        title: 'Dead',
        url: 'https://b.example/rss',
        country: null,
        lastSuccess: null,
        lastNews: null,
        failure: '404 not found',
        failures: 9,
        intervalMinutes: 1440,
        unchanged: 0,
        overlapsLost: 2,
        charsetGuessed: true,
      },
    );
    expect((await page('/operator?lang=en')).text).not.toContain('https://a.example/rss');
    expect((await page('/operator', { headers: { 'x-operator-token': 'guess' } })).status).toBe(403);
    const { text } = await page('/operator?lang=en', { headers: { 'x-operator-token': OPERATOR_TOKEN } });
    expect(text).toContain('2 feeds, 1 with problems');
    expect(text.indexOf('Dead')).toBeLessThan(text.indexOf('Good'));
    expect((await page('/operator/feeds.json')).status).toBe(404);
  });

  test('lets people in by a cookie and stops guessing', async () => {
    const send = (token: string) =>
      page('/operator', { method: 'POST', body: new URLSearchParams({ token }) });
    const right = await send(OPERATOR_TOKEN);
    expect(right.status).toBe(303);
    const cookie = right.headers.get('set-cookie')!;
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await page('/operator', { headers: { cookie: cookie.split(';')[0]! } })).status).toBe(200);
    const statuses = [];
    for (let i = 0; i < 10; i++) statuses.push((await send(`guess ${i}`)).status);
    expect(statuses.slice(0, 9)).toEqual(Array(9).fill(403));
    expect(statuses[9]).toBe(429);
  });
});
