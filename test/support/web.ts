import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpClient, type HttpOptions } from '../../src/feeds/http/client';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A web of many hosts on one loopback port: `answer('host.example/path', handler)`. */
export interface Web {
  readonly port: number;
  /** `host/path` of the requests so far, with their headers. */
  readonly requests: { readonly address: string; readonly headers: IncomingMessage['headers'] }[];
  answer(address: string, handler: Handler): void;
  /** A client for which the loopback plays every `.example` host. */
  client(options?: Partial<HttpOptions>): HttpClient;
  stop(): Promise<void>;
}

export async function startWeb(): Promise<Web> {
  const handlers = new Map<string, Handler>();
  const requests: Web['requests'] = [];
  const clients: HttpClient[] = [];
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const address = host + (request.url ?? '/');
    requests.push({ address, headers: request.headers });
    const handler = handlers.get(address) ?? handlers.get(address.replace(/\?.*/, ''));
    if (handler) handler(request, response);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests,
    answer: (address, handler) => void handlers.set(address, handler),
    client(options = {}) {
      const client = new HttpClient({
        userAgent: 'Mozilla/5.0 (compatible; Vigia/0; +mailto:operator@vigia.example)',
        standIn: (host) => (host.endsWith('.example') ? port : null),
        ...options,
      });
      clients.push(client);
      return client;
    },
    async stop() {
      for (const client of clients) await client.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const send =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): Handler =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/rss+xml', ...headers }).end(body);

export const redirect =
  (to: string, status = 301): Handler =>
  (_, response) =>
    void response.writeHead(status, { location: to }).end();
