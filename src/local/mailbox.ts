import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Clock, systemClock } from '../clock';
import { act } from './mailbox/actions';
import { type AcceptedMail, FakeSes, SesRefusal, type SnsNotification } from './mailbox/fake-ses';
import { htmlPart, listPage, mailPage } from './mailbox/pages';
import { errorReply, reply } from './mailbox/query-protocol';
import { headersOf } from './mailbox/ses-events';

/** What goes wrong with one send: before SES takes the mail, after it, or with what it reports. */
export type Fault = 'drop-before' | 'drop-after' | '500-after' | 'throttle' | 'hang-after' | 'events-lost';

export interface MailboxOptions {
  readonly port?: number;
  /** Verified senders: addresses or domains. */
  readonly identities: readonly string[];
  readonly configurationSets?: readonly string[];
  readonly rate?: number;
  readonly perDay?: number;
  readonly sandbox?: boolean;
  /** Keeps mails as `.eml` files there, across runs; in memory when not given. */
  readonly directory?: string;
  readonly clock?: Clock;
  readonly onEvent?: (notification: SnsNotification) => void | Promise<void>;
  /** Fault of the nth send (from 0), for tests. */
  readonly fault?: (n: number) => Fault | undefined;
}

export interface Mailbox {
  /** Endpoint for the SES client. */
  readonly endpoint: string;
  /** The same address in a browser. */
  readonly url: string;
  mails(): readonly AcceptedMail[];
  /** Reports the latest kept mails again: an earlier run may have ended before its listener took the report. */
  replay(): Promise<void>;
  close(): Promise<void>;
}

const MOST_REPLAYED = 1000;
const MOST_BODY = 32 * 1024 * 1024;

/** A mailbox on the loopback: SES for the unmodified SES client, and a web page for the person at the machine. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const { directory } = options;
  const mails: AcceptedMail[] = directory ? keptIn(directory) : [];
  const ses = new FakeSes({
    clock: options.clock ?? systemClock,
    identities: options.identities,
    configurationSets: options.configurationSets ?? [],
    rate: options.rate,
    perDay: options.perDay,
    sandbox: options.sandbox,
    onEvent: options.onEvent,
    keep(mail) {
      mails.push(mail);
      if (directory) writeFileSync(join(directory, `${mail.id}.eml`), mail.raw);
    },
  });
  let sends = 0;
  const server = createServer((request, response) => {
    const work = request.method === 'POST' ? serveSes(request, response) : serveWeb(request, response);
    work.catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });

  async function serveSes(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await bodyOf(request));
    const action = form.get('Action') ?? '';
    const fault = action === 'SendRawEmail' ? options.fault?.(sends++) : undefined;
    const requestId = randomUUID();
    const answer = (status: number, body: string) => {
      response.writeHead(status, { 'content-type': 'text/xml' });
      response.end(body);
    };
    if (fault === 'drop-before') return void request.socket.destroy();
    if (fault === 'throttle')
      return answer(400, errorReply('Throttling', 'Maximum sending rate exceeded.', requestId));
    try {
      const { result, accepted } = await act(ses, action, form);
      if (fault === 'drop-after') request.socket.destroy();
      else if (fault === '500-after')
        answer(500, errorReply('InternalFailure', 'Try again later.', requestId));
      else if (fault !== 'hang-after') answer(200, reply(action, result, requestId));
      if (accepted && fault !== 'events-lost') await ses.report(accepted.id, accepted.mail);
    } catch (error) {
      if (!(error instanceof SesRefusal)) throw error;
      answer(400, errorReply(error.code, error.message, requestId));
    }
  }

  async function serveWeb(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , id = '', part] = (request.url ?? '/').split('?')[0]!.split('/');
    const mail = mails.find((kept) => kept.id === id);
    if (id && !mail) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      return void response.end('There is no such mail.\n');
    }
    const type = part === 'raw' ? 'text/plain' : 'text/html';
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'",
      'x-content-type-options': 'nosniff',
    });
    if (!mail) return void response.end(await listPage(mails));
    if (part === 'raw') return void response.end(mail.raw);
    response.end(part === 'html' ? await htmlPart(mail) : await mailPage(mail));
  }

  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint: url,
    url,
    mails: () => mails,
    async replay() {
      const [configurationSet] = options.configurationSets ?? [];
      for (const mail of mails.slice(-MOST_REPLAYED))
        await ses.report(mail.id, { ...mail, configurationSet });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BODY) throw new Error('the request is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Mails of earlier runs, oldest first. */
function keptIn(directory: string): AcceptedMail[] {
  mkdirSync(directory, { recursive: true });
  const files = readdirSync(directory).filter((name) => name.endsWith('.eml'));
  const mails = files.map((name): AcceptedMail => {
    const raw = readFileSync(join(directory, name));
    const header = (wanted: string) =>
      headersOf(raw).find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
    const at = statSync(join(directory, name)).mtime;
    return { id: name.slice(0, -4), from: header('from'), to: [header('to')], tags: {}, raw, at };
  });
  return mails.sort((a, b) => a.at.getTime() - b.at.getTime());
}
