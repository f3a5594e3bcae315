import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Readable, pipeline } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';
import type { Clock } from '../clock';
import type { Behaviour, FixtureFeed, FixtureManifest, FixtureOutlet } from './fixture-manifest';

export interface FixtureServer {
  readonly port: number;
  /** Requests answered, by status code. */
  readonly answered: ReadonlyMap<number, number>;
  close(): Promise<void>;
}

/** Size of the bomb once unpacked: far over every limit, yet made on the fly. */
const BOMB_BYTES = 256 * 1024 * 1024;
const DRIP_MS = 200;

/** Serves saved feeds and pages of many outlets, told apart by the Host header, as of the clock's time. */
export async function startFixtureServer(manifest: FixtureManifest, clock: Clock): Promise<FixtureServer> {
  const answered = new Map<number, number>();
  const outlets = new Map(manifest.outlets.map((outlet) => [outlet.host, outlet]));
  const server = createServer((request, response) => {
    response.on('close', () =>
      answered.set(response.statusCode, (answered.get(response.statusCode) ?? 0) + 1),
    );
    answer(manifest, outlets, clock, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    answered,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  manifest: FixtureManifest,
  outlets: ReadonlyMap<string, FixtureOutlet>,
  clock: Clock,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').replace(/^(www|m|amp)\./, '');
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  const outlet = outlets.get(host);
  const feed = outlet?.feeds.find((candidate) => candidate.path === pathname);
  const page = outlet?.pages[pathname] ?? outlet?.pages[request.url ?? ''];
  if (feed)
    return behave(feed.behaviour, response, () => serveFeed(manifest, feed, clock, request, response));
  if (outlet && pathname === '/robots.txt')
    return void response
      .writeHead(outlet.robots ? 200 : 404, { 'content-type': 'text/plain' })
      .end(outlet.robots ?? '');
  if (page) return void servePage(path.join(manifest.folder, page), response);
  response
    .writeHead(404, { 'content-type': 'text/html' })
    .end('<!doctype html><title>404</title><p>No such page');
}

function servePage(file: string, response: ServerResponse): void {
  const bytes = readFileSync(file);
  const declared = /charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 2000).toString('latin1'));
  response.writeHead(200, { 'content-type': `text/html; charset=${declared?.[1] ?? 'utf-8'}` }).end(bytes);
}

function serveFeed(
  manifest: FixtureManifest,
  feed: FixtureFeed,
  clock: Clock,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const now = clock.now().toISOString();
  const generation = manifest.generations.filter(({ at }) => at <= now).length;
  const index = Math.max(0, Math.min(feed.generations.length, generation) - 1);
  const name = feed.generations[index];
  if (name === undefined) return void response.writeHead(404).end();
  const file = path.join(manifest.folder, name);
  const bytes = readFileSync(file);
  const etag = `W/"${createHash('sha1').update(bytes).digest('hex').slice(0, 16)}"`;
  const modified = new Date(manifest.generations[index]!.at).toUTCString();
  const headers: Record<string, string> = { 'content-type': feed.contentType };
  if (feed.etag) headers.etag = etag;
  if (feed.lastModified) headers['last-modified'] = modified;
  const unchanged =
    (feed.etag && request.headers['if-none-match'] === etag) ||
    (feed.lastModified && !feed.etag && request.headers['if-modified-since'] === modified);
  if (unchanged) return void response.writeHead(304, headers).end();
  if (feed.behaviour?.type === 'gzip') {
    response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(gzipSync(bytes));
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': String(statSync(file).size) }).end(bytes);
}

function behave(behaviour: Behaviour | null, response: ServerResponse, serve: () => void): void {
  switch (behaviour?.type) {
    case 'redirect-permanent':
    case 'redirect':
      response
        .writeHead(behaviour.type === 'redirect-permanent' ? 301 : 302, { location: behaviour.to })
        .end();
      return;
    case 'slow':
      setTimeout(serve, behaviour.ms);
      return;
    case 'status': {
      const retry = behaviour.retryAfter === undefined ? {} : { 'retry-after': String(behaviour.retryAfter) };
      response.writeHead(behaviour.status, { 'content-type': 'text/plain', ...retry }).end('not now');
      return;
    }
    case 'drip': {
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      const timer = setInterval(() => response.write('<'), DRIP_MS);
      response.on('close', () => clearInterval(timer));
      return;
    }
    case 'gzip-bomb': {
      response.writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip' });
      pipeline(Readable.from(zeros()), createGzip(), response, () => {});
      return;
    }
    case 'reset':
      response.socket?.destroy();
      return;
    default:
      serve();
  }
}

function* zeros(): Generator<Buffer> {
  const chunk = Buffer.alloc(1024 * 1024, 0x20);
  for (let sent = 0; sent < BOMB_BYTES; sent += chunk.length) yield chunk;
}
