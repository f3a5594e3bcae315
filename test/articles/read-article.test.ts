import { readArticle } from '../../src/articles/read-article';
import { Politeness } from '../../src/feeds/politeness';
import { FakeClock, HOUR } from '../support/fake-clock';
import { redirect, send, startWeb, type Web } from '../support/web';

let web: Web;
let clock: FakeClock;
beforeEach(async () => {
  web = await startWeb();
  clock = new FakeClock(new Date('2026-11-17T18:00:00Z'));
});
afterEach(() => web.stop());

const html = { 'content-type': 'text/html; charset=utf-8' };
const sentence =
  'La ministra de Justicia recorrió este martes el penal de alta seguridad acompañada por tres asesores extranjeros. ';
const body = `<p>${sentence.repeat(2)}</p><p>${sentence}Después se reunió con el director.</p><p>${sentence}</p>`;
const page = (inside: string, head = '') =>
  `<!doctype html><html lang="es-PE"><head><title>Visita al penal | El Faro</title>${head}</head><body>${inside}</body></html>`;

const deps = () => ({
  http: web.client({ limits: { totalMs: 1_000 } }),
  clock,
  politeness: new Politeness({ clock }),
});
const url = 'https://faro.example/nota';

test('reads the text and what the page declares', async () => {
  const head = `<link rel="canonical" href="https://www.faro.example/2026/nota?utm_source=x">
    <meta property="og:site_name" content="El Faro del Sur">
    <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
      {"@type":"Organization","@id":"#org","name":"Faro"},
      {"@type":["NewsArticle"],"headline":"Ministra visita el penal","datePublished":"2026-11-17T09:00:00-05:00","publisher":{"@id":"#org"}}]}
    </script>`;
  web.answer(
    'faro.example/nota',
    send(page(`<article><h1>Ministra visita el penal</h1>${body}</article>`, head), html),
  );
  const article = await readArticle(url, deps());
  expect(article).toMatchObject({
    outcome: 'read',
    reason: '',
    title: 'Ministra visita el penal',
    published: '2026-11-17T14:00:00.000Z',
    lang: 'es-pe',
    outlet: 'El Faro del Sur',
    canonical: 'https://www.faro.example/2026/nota?utm_source=x',
  });
  expect(article.text.split('\n\n')).toHaveLength(3);
});

test('what surrounds and interrupts the article is gone', async () => {
  const noise = {
    top: '<nav><a href="/">Portada</a></nav><div class="cookie-banner">Usamos cookies para mejorar su experiencia. Aceptar</div>',
    inside:
      '<p>0</p><p>887ea0fc-c1cc-47b3-b032-7046c1f5cdc5</p><p>Lea también: Capturan a un alcalde</p><p>Original Source: diario.example</p><div class="share-buttons">Compartir en Facebook</div><p>Facebook | Twitter | WhatsApp</p><p>Suscríbete a nuestro boletín y recibe las noticias en tu correo</p>',
    bottom:
      '<div class="related-posts"><h3>Noticias relacionadas</h3><p>Un concejal renunció ayer por la tarde a su cargo.</p></div><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p><footer>Todos los derechos reservados</footer>',
  };
  web.answer(
    'faro.example/nota',
    send(page(`${noise.top}<div>${body}${noise.inside}<p>${sentence}Fin.</p>${noise.bottom}</div>`), html),
  );
  const { outcome, text } = await readArticle(url, deps());
  expect(outcome).toBe('read');
  expect(text).toContain('Fin.');
  expect(text).not.toMatch(
    /cookies|Portada|887ea0fc|también|Source|Facebook|boletín|concejal|Reply|email|derechos/,
  );
  expect(text.split('\n\n')).toHaveLength(4);
});

test('text that is only in JSON-LD is read from there', async () => {
  const articleBody = `${sentence}\\n\\n${sentence.repeat(3)}`;
  const head = `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${articleBody}"}</script>`;
  web.answer('faro.example/nota', send(page('<div id="app"></div>', head), html));
  const { outcome, text } = await readArticle(url, deps());
  expect({ outcome, paragraphs: text.split('\n\n').length }).toEqual({ outcome: 'read', paragraphs: 2 });
});

test('a page in windows-1252 is read by its own declaration', async () => {
  const latin = Buffer.from(page(`<article>${body}</article>`, '<meta charset="iso-8859-1">'), 'latin1');
  web.answer('faro.example/nota', send(latin, { 'content-type': 'text/html' }));
  expect((await readArticle(url, deps())).text).toContain('recorrió');
});

test('a teaser is a paywall, and is given as such', async () => {
  const head =
    '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>';
  web.answer('faro.example/nota', send(page(`<article><p>${sentence}</p></article>`, head), html));
  expect(await readArticle(url, deps())).toMatchObject({ outcome: 'paywall', text: sentence.trim() });
  web.answer(
    'faro.example/nota',
    send(page(`<article>${body}<p>Contenido exclusivo para suscriptores</p></article>`), html),
  );
  expect(await readArticle(url, deps())).toMatchObject({ outcome: 'paywall' });
});

test('a whole article that declares itself paid for, but is given to all, is read', async () => {
  const head =
    '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
  web.answer(
    'faro.example/nota',
    send(
      page(
        `<article>${[1, 2, 3, 4, 5, 6].map((n) => `<p>Parte ${n}. ${sentence.repeat(3)}</p>`).join('')}</article>`,
        head,
      ),
      html,
    ),
  );
  expect(await readArticle(url, deps())).toMatchObject({ outcome: 'read' });
});

test.each([
  [
    'challenge',
    send('<html><title>Just a moment...</title></html>', { ...html, 'cf-mitigated': 'challenge' }, 403),
  ],
  ['challenge', send('<html><script src="/.well-known/sgcaptcha/x"></script></html>', html, 202)],
  ['paywall', send('login', html, 402)],
  ['failed', send('none', html, 404)],
  ['failed', send(page('<p>Nada.</p>'), html)],
  ['not-html', send('%PDF-1.7', { 'content-type': 'application/pdf' })],
  ['too-large', send('<p>'.repeat(1_000_000), html)],
  ['too-large', send(page('<div>'.repeat(5_000)), html)],
  ['too-large', send(page('<i></i>'.repeat(60_000)), html)],
  ['failed', redirect('http://169.254.169.254/latest/meta-data', 302)],
] as const)('%s is an outcome with a reason, never an exception (%#)', async (outcome, handler) => {
  web.answer('faro.example/nota', handler);
  const article = await readArticle(url, deps());
  expect(article).toMatchObject({ outcome });
  expect(article.reason).not.toBe('');
});

test('robots.txt is obeyed, by our name, and asked once a day', async () => {
  web.answer('faro.example/nota', send(page(`<article>${body}</article>`), html));
  web.answer(
    'faro.example/robots.txt',
    send('User-agent: Vigia\nDisallow: /nota\n\nUser-agent: *\nAllow: /', { 'content-type': 'text/plain' }),
  );
  const all = deps();
  expect(await readArticle(url, all)).toMatchObject({ outcome: 'robots' });
  expect(await readArticle(`${url}?p=2`, all)).toMatchObject({ outcome: 'robots' });
  const asked = () => web.requests.map(({ address }) => address);
  expect(asked()).toEqual(['faro.example/robots.txt']);
  clock.pass(25 * HOUR);
  await readArticle(url, all);
  expect(asked()).toEqual(['faro.example/robots.txt', 'faro.example/robots.txt']);
});

test('a host that cannot give its rules is not visited', async () => {
  web.answer('faro.example/nota', send(page(`<article>${body}</article>`), html));
  web.answer('faro.example/robots.txt', send('', {}, 503));
  expect(await readArticle(url, deps())).toMatchObject({ outcome: 'robots' });
});

test('a redirect to another host asks that host’s rules too', async () => {
  web.answer('faro.example/nota', redirect('https://otro.example/nota', 302));
  web.answer('otro.example/nota', send(page(`<article>${body}</article>`), html));
  web.answer('otro.example/robots.txt', send('User-agent: *\nDisallow: /', { 'content-type': 'text/plain' }));
  expect(await readArticle(url, deps())).toMatchObject({ outcome: 'robots' });
});
