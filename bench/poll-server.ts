import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import dynalite from 'dynalite';

/** The other side of `bench/poll.ts`, in a process of its own: a web of feeds, and the embedded DynamoDB. */

const items = 30;
const text =
  'La comisión recorrió las obras del penal, habló con el personal y pidió al ministerio un informe sobre plazos, costos y hacinamiento. ';

/** Feed number `n` as it stands in a cycle: three feeds in ten have two new items by then, the others are as they were. */
function feed(n: number, cycle: number): string {
  const fresh = n % 10 < 3 ? cycle * 2 : 0;
  const entries = Array.from({ length: items }, (_, i) => {
    const id = 1_000 + fresh - i;
    const at = new Date(Date.UTC(2026, 10, 17, 12) - (i - fresh) * 1_800_000).toUTCString();
    return `<item><title>Nota ${id}: comisión visita el penal de la región ${n}</title><link>https://f${n}.example/notas/${id}?utm_source=rss</link><guid isPermaLink="false">f${n}-${id}</guid><pubDate>${at}</pubDate><description><![CDATA[<p>${text}</p>]]></description><content:encoded><![CDATA[${`<p>${text}</p>`.repeat(12)}]]></content:encoded></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Faro ${n}</title><link>https://f${n}.example/</link>${entries.join('')}</channel></rss>`;
}

let cycle = 0;
const bodies = new Map<string, { etag: string; body: Buffer }>();
const web = createServer((request, response) => {
  const n = Number(/^f(\d+)\./.exec(request.headers.host ?? '')?.[1]);
  const key = `${n}/${n % 10 < 3 ? cycle : 0}`;
  let answer = bodies.get(key);
  if (!answer) {
    const body = gzipSync(feed(n, cycle));
    bodies.set(key, (answer = { body, etag: `"${createHash('md5').update(body).digest('hex')}"` }));
  }
  const { body, etag } = answer;
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
  const headers = { 'content-type': 'application/rss+xml; charset=utf-8', 'content-encoding': 'gzip', etag };
  response.writeHead(200, headers).end(body);
});
const tables = dynalite({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });

process.on('message', (next: number) => (cycle = next));
web.listen(0, '127.0.0.1', () =>
  tables.listen(0, '127.0.0.1', () =>
    process.send?.({
      web: (web.address() as AddressInfo).port,
      tables: (tables.address() as AddressInfo).port,
    }),
  ),
);
