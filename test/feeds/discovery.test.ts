import { checkFeeds } from '../../src/feeds/check';
import { discoverFeeds, NothingToDiscover } from '../../src/feeds/discovery';
import { feedsInHeader, feedsInPage } from '../../src/feeds/links-in-page';
import { Politeness } from '../../src/feeds/politeness';
import { Robots } from '../../src/feeds/robots';
import { DAY, FakeClock } from '../support/fake-clock';
import { redirect, send, startWeb, type Web } from '../support/web';
import { listing, start } from './support';

let web: Web;
beforeEach(async () => {
  web = await startWeb();
});
afterEach(() => web.stop());

const deps = () => {
  const http = web.client({ limits: { totalMs: 1_000 } });
  const clock = new FakeClock(start);
  const politeness = new Politeness({ clock });
  return { http, clock, politeness, robots: new Robots({ http, clock, politeness }) };
};
const html = (head: string) =>
  send(`<!doctype html><html><head>${head}</head><body>Portada</body></html>`, {
    'content-type': 'text/html',
  });
const rss = (date: Date) =>
  send(
    `<rss version="2.0"><channel><title>Faro</title><item><title>Nota</title><link>https://faro.example/1</link><pubDate>${date.toUTCString()}</pubDate></item></channel></rss>`,
  );

test('names of feeds in a page: by type, relative to its base, without comment feeds', () => {
  const page = `<base href="/seccion/">
    <link rel="alternate" type="application/rss+xml" title="Portada" href="feed">
    <LINK REL='feed alternate' TYPE='application/atom+xml' HREF='https://otro.example/atom'>
    <link rel="alternate" type="application/rss+xml" href="/comments/feed/">
    <link rel="alternate" type="application/json+oembed" href="/wp-json/oembed">
    <link rel="alternate" hreflang="en" href="/en/">
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">`;
  expect(feedsInPage(page, 'https://faro.example/')).toEqual([
    { url: 'https://faro.example/seccion/feed', title: 'Portada' },
    { url: 'https://otro.example/atom', title: '' },
  ]);
});

test('names of feeds in a Link header', () => {
  const header =
    '</style.css>; rel=preload, </rss>; rel="alternate"; type="application/rss+xml"; title="Todo"';
  expect(feedsInHeader(header, 'https://faro.example/a/')).toEqual([
    { url: 'https://faro.example/rss', title: 'Todo' },
  ]);
});

test('feeds that a site names are read before they are proposed', async () => {
  web.answer(
    'faro.example/',
    html(
      '<link rel="alternate" type="application/rss+xml" href="/rss"><link rel="alternate" type="application/rss+xml" href="/muerto">',
    ),
  );
  web.answer('faro.example/rss', rss(start));
  expect(await discoverFeeds('faro.example', deps())).toEqual([
    {
      url: 'https://faro.example/rss',
      title: 'Faro',
      format: 'rss',
      items: 1,
      newest: start.toISOString(),
      from: 'page',
    },
  ]);
});

test('a site that names none is asked at the usual addresses, where its robots.txt allows', async () => {
  web.answer('faro.example/', html(''));
  web.answer('faro.example/feed', rss(start));
  web.answer('faro.example/rss.xml', rss(start));
  web.answer(
    'faro.example/robots.txt',
    send('User-agent: *\nDisallow: /feed', { 'content-type': 'text/plain' }),
  );
  const found = await discoverFeeds('https://faro.example/', deps());
  expect(found.map(({ url, from }) => ({ url, from }))).toEqual([
    { url: 'https://faro.example/rss.xml', from: 'guess' },
  ]);
});

test('an address that is a feed is proposed itself; one that cannot be read says why', async () => {
  web.answer('faro.example/rss', rss(start));
  expect(await discoverFeeds('https://faro.example/rss', deps())).toMatchObject([{ from: 'itself' }]);
  await expect(discoverFeeds('http://169.254.169.254/', deps())).rejects.toThrow(NothingToDiscover);
  await expect(discoverFeeds('no es nada', deps())).rejects.toThrow('no address');
});

test('a list is checked feed by feed, with advice', async () => {
  web.answer('bien.example/', rss(start));
  web.answer('viejo.example/', rss(new Date(start.getTime() - 60 * DAY)));
  web.answer('movido.example/', redirect('https://bien.example/'));
  web.answer('pagina.example/', html('<link rel="alternate" type="application/rss+xml" href="/rss">'));
  web.answer('verboten.example/', send('no', {}, 403));
  const names = ['bien', 'viejo', 'movido', 'pagina', 'verboten', 'nada'];
  const progress: number[] = [];
  const results = await checkFeeds(
    names.map((name) => listing({ url: `https://${name}.example/` })),
    deps(),
    (_, done, total) => progress.push(done / total),
  );
  expect(progress).toHaveLength(6);
  expect(progress.at(-1)).toBe(1);
  const of = (name: string) => results.find(({ listing }) => listing.url.includes(name));
  expect(of('bien')).toMatchObject({
    ok: true,
    status: 200,
    format: 'rss',
    charset: 'utf-8',
    items: 1,
    newest: start.toISOString(),
    advice: null,
  });
  expect(of('viejo')).toMatchObject({ ok: true, advice: expect.stringContaining('60 days') });
  expect(of('movido')).toMatchObject({ ok: true, advice: expect.stringContaining('https://bien.example/') });
  expect(of('pagina')).toMatchObject({
    ok: false,
    failure: 'not-a-feed',
    advice: expect.stringContaining('https://pagina.example/rss'),
  });
  expect(of('verboten')).toMatchObject({ ok: false, failure: 'unauthorised', status: 403 });
  expect(of('nada')).toMatchObject({ ok: false, failure: 'missing', status: 404 });
});
