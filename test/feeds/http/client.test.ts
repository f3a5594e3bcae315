import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pipeline, Readable } from 'node:stream';
import { brotliCompressSync, createGzip, deflateSync, gzipSync } from 'node:zlib';
import { userAgent } from '../../../src/feeds/http/client';
import {
  DeadlineExceeded,
  FeedTooLarge,
  type FetchError,
  RedirectRefused,
  TooManyRedirects,
  UnsupportedEncoding,
} from '../../../src/feeds/http/fetch-errors';
import { redirect, send, startWeb, type Web } from '../../support/web';

let web: Web;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web.stop());

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

test.each([
  ['gzip', gzipSync('señal')],
  ['br', brotliCompressSync('señal')],
  ['identity', Buffer.from('señal')],
])('reads a body sent as %s', async (encoding, body) => {
  web.answer('packed.example/', send(body, { 'content-encoding': encoding }));
  expect(text((await web.client().get('https://packed.example/')).body)).toBe('señal');
});

test('reads as far as a packed body goes that was cut short', async () => {
  const body = gzipSync('<item>'.repeat(5_000));
  web.answer('cut.example/', send(body.subarray(0, body.length - 12), { 'content-encoding': 'gzip' }));
  expect(text((await web.client().get('https://cut.example/')).body)).toMatch(/^(<item>)+/);
});

test.each(['deflate', 'zstd', 'gzip, gzip'])(
  'refuses the encoding %s that nobody asked for',
  async (encoding) => {
    web.answer('odd.example/', send(deflateSync('x'), { 'content-encoding': encoding }));
    await expect(web.client().get('https://odd.example/')).rejects.toThrow(UnsupportedEncoding);
  },
);

test('presents itself, takes no cookies along and keeps the connection', async () => {
  web.answer('plain.example/', send('x', { 'set-cookie': 'a=b' }));
  const client = web.client();
  await client.get('https://plain.example/');
  await client.get('https://plain.example/');
  const { headers } = web.requests.at(-1)!;
  expect(headers['user-agent']).toBe('Mozilla/5.0 (compatible; Vigia/0; +mailto:operator@vigia.example)');
  expect(headers['accept-encoding']).toBe('gzip, br');
  expect(headers).not.toHaveProperty('cookie');
});

test('its name is fit for a header whatever the installation is called', () => {
  expect(userAgent('Vigía Perú', '1.2', 'mailto:a@b.example')).toBe(
    'Mozilla/5.0 (compatible; VigiaPeru/1.2; +mailto:a@b.example)',
  );
});

test('follows redirects, says which were permanent, and where it ended', async () => {
  web.answer('old.example/a', redirect('/b', 301));
  web.answer('old.example/b', redirect('https://new.example/c#part', 302));
  web.answer('new.example/c', send('news'));
  const { url, hops, body } = await web.client().get('http://old.example/a');
  expect(text(body)).toBe('news');
  expect(url).toBe('https://new.example/c');
  expect(hops.map(({ from, status, permanent }) => ({ from, status, permanent }))).toEqual([
    { from: 'http://old.example/a', status: 301, permanent: true },
    { from: 'http://old.example/b', status: 302, permanent: false },
  ]);
});

test('sends the headers of one address to no other', async () => {
  web.answer('first.example/', redirect('https://second.example/', 308));
  web.answer('second.example/', send('x'));
  await web.client().get('https://first.example/', {
    headersFor: (url): Record<string, string> =>
      url === 'https://second.example/' ? { 'if-none-match': 'W/"é-1"' } : {},
  });
  const [first, second] = web.requests.slice(-2);
  expect(first!.headers).not.toHaveProperty('if-none-match');
  expect(second!.headers['if-none-match']).toBe('W/"é-1"');
});

test('gives up on a chain of redirects, and on a step down to http', async () => {
  web.answer('loop.example/', redirect('https://loop.example/'));
  web.answer('down.example/', redirect('http://down.example/plain'));
  web.answer('broken.example/', redirect('http://[broken'));
  await expect(web.client().get('https://loop.example/')).rejects.toThrow(TooManyRedirects);
  await expect(web.client().get('https://down.example/')).rejects.toThrow(RedirectRefused);
  await expect(web.client().get('https://broken.example/')).rejects.toThrow(RedirectRefused);
});

test('an error page is an answer, of which only the head is read', async () => {
  web.answer('sorry.example/', send('x'.repeat(200_000), {}, 503));
  const { status, body } = await web.client().get('https://sorry.example/');
  expect({ status, bytes: body.length }).toEqual({ status: 503, bytes: 64 * 1024 });
});

test('stops a gzip bomb at the limit, fast and in little memory', async () => {
  function* zeros() {
    const chunk = Buffer.alloc(1 << 20);
    for (let i = 0; i < 2_048; i++) yield chunk;
  }
  web.answer('bomb.example/', (_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    pipeline(Readable.from(zeros()), createGzip(), response, () => {});
  });
  const asked = web.client().get('https://bomb.example/');
  await expect(asked).rejects.toThrow(FeedTooLarge);
  await expect(asked).rejects.toMatchObject({ limit: 5 * 1024 * 1024, url: 'https://bomb.example/' });
});

test('stops an endless body at the limit', async () => {
  web.answer('endless.example/', (_, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(64 * 1024)));
    };
    response.writeHead(200).on('drain', more);
    more();
  });
  await expect(web.client().get('https://endless.example/', { bodyBytes: 300_000 })).rejects.toThrow(
    FeedTooLarge,
  );
});

test('a server that drips is left at the deadline, body or redirects alike', async () => {
  web.answer('drip.example/', (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('<'), 20);
    response.on('close', () => clearInterval(timer));
  });
  web.answer('crawl.example/', (_, response) => {
    void wait(120).then(() => response.writeHead(302, { location: '/' }).end());
  });
  const client = web.client({ limits: { totalMs: 250 } });
  await expect(client.get('https://drip.example/')).rejects.toThrow(DeadlineExceeded);
  await expect(client.get('https://crawl.example/')).rejects.toThrow(DeadlineExceeded);
});

test.each([
  [
    'headers.example/',
    'protocol',
    (r: import('node:http').ServerResponse) => r.writeHead(200, { huge: 'x'.repeat(40_000) }).end(),
  ],
  ['reset.example/', 'connect', (r: import('node:http').ServerResponse) => r.socket?.destroy()],
  [
    'garbage.example/',
    'protocol',
    (r: import('node:http').ServerResponse) => r.socket?.end('no HTTP at all\r\n\r\n'),
  ],
  ['mute.example/', 'timeout', () => {}],
])('%s fails as %s', async (address, failure, handler) => {
  web.answer(address, (_, response) => void handler(response));
  const client = web.client({ limits: { headersMs: 100 } });
  await expect(client.get(`https://${address}`)).rejects.toMatchObject({ failure } as Partial<FetchError>);
});

test('a name that does not exist is told from one that cannot be looked up', async () => {
  const failing = (code: string) => (_: string, __: object, done: (e: Error) => void) =>
    done(Object.assign(new Error(code), { code }));
  const ask = (code: string) =>
    web.client({ standIn: () => null, lookup: failing(code) as never }).get('https://nowhere.example/');
  await expect(ask('ENOTFOUND')).rejects.toMatchObject({ failure: 'dns' });
  await expect(ask('EAI_AGAIN')).rejects.toMatchObject({ failure: 'dns-again' });
});

test('a certificate that nobody vouches for is refused', async () => {
  const pem = (name: string) =>
    readFileSync(path.join(path.dirname(require.resolve('dynalite')), 'ssl', `server-${name}.pem`));
  const server = createServer({ key: pem('key'), cert: pem('crt') }, (_, response) => void response.end('x'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const asked = web.client({ allowLoopback: true }).get(`https://127.0.0.1:${port}/`);
  await expect(asked).rejects.toMatchObject({ failure: 'tls' });
  server.closeAllConnections();
  server.close();
});

test('posts once, follows no redirect, and reads an answer only so far', async () => {
  const bodies: string[] = [];
  web.answer('hook.example/in', (request, response) => {
    request.setEncoding('utf8').on('data', (chunk: string) => void bodies.push(`${request.method} ${chunk}`));
    request.on('end', () => response.writeHead(202).end('ok'));
  });
  web.answer('moved.example/in', redirect('https://hook.example/in', 307));
  web.answer('long.example/in', send('x'.repeat(2_000)));
  const client = web.client({ limits: { bodyBytes: 1_000 } });
  const json = { 'content-type': 'application/json' };
  expect(await client.post('https://hook.example/in', '{"ñ":1}', json)).toMatchObject({ status: 202 });
  expect(bodies).toEqual(['POST {"ñ":1}']);
  expect(await client.post('https://moved.example/in', '{}')).toMatchObject({ status: 307, hops: [] });
  expect(bodies).toHaveLength(1);
  await expect(client.post('https://long.example/in', '{}')).rejects.toThrow(FeedTooLarge);
  await expect(client.post('http://169.254.169.254/latest', '{}')).rejects.toThrow(/no public address/);
  await expect(client.post('nonsense', '{}')).rejects.toThrow(/no address/);
});
