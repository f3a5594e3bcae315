import type { IncomingMessage, RequestListener } from 'node:http';
import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import type { SiteEnv } from './context';

/** The site as a listener for `node:http`, for one machine without Lambda. */
export function siteListener(site: Hono<SiteEnv>): RequestListener {
  return (incoming, outgoing) => {
    const answer = async () => {
      const reply = await site.fetch(requestOf(incoming), { ip: incoming.socket.remoteAddress });
      outgoing.statusCode = reply.status;
      for (const [name, value] of reply.headers) outgoing.appendHeader(name, value);
      outgoing.end(Buffer.from(await reply.arrayBuffer()));
    };
    answer().catch((error: Error) => outgoing.destroy(error));
  };
}

function requestOf(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const { method = 'GET', url = '/' } = incoming;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? (Readable.toWeb(incoming) as ReadableStream) : undefined;
  const address = new URL(url, `http://${incoming.headers.host ?? 'localhost'}`);
  return new Request(address, { method, headers, body, ...(hasBody && { duplex: 'half' }) } as RequestInit);
}
