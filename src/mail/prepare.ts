import { createHash } from 'node:crypto';
import { type AlertRow, type OutboxRow, alertRowKey, mailKey } from '../alerts/outbox-row';
import { type Audience, audienceOf, findings, fingerprint } from './audience';
import type { Letter } from './blocks';
import { alertLetter } from './compose/alert';
import { digestLetter } from './compose/digest';
import { noticeLetter } from './compose/notice';
import type { Asked, Reader } from './compose/reader';
import type { ToldEvent } from './compose/told-event';
import { extraHeaders, type MailingList } from './headers';
import { toMime } from './mime';
import { type Newsroom, OPERATOR } from './newsroom';
import type { SendRequest } from './ses';
import { toHtml } from './to-html';
import { toText } from './to-text';

/** A mail ready to leave. */
export interface Prepared {
  readonly request: SendRequest;
  readonly subject: string;
  /** The events it tells, and whom it was written for: checked again once the mail is claimed. */
  readonly alerts: readonly AlertRow[];
  readonly writtenFor: string;
}

/** An alert without its event: nothing can be said. */
export class EventMissing extends Error {
  override name = 'EventMissing';

  constructor(readonly eventId: string) {
    super(`event ${eventId} is not in the table; the mail cannot be written`);
  }
}

/** Composes the mail of a row, or says why nobody is to get it. */
export async function prepare(newsroom: Newsroom, row: OutboxRow): Promise<Prepared | string> {
  const alerts = await alertsOf(newsroom, row);
  if (row.kind === 'digest' && alerts.length === 0) return 'its events were mailed by themselves';
  const audience = await audienceOf(newsroom, row, alerts);
  if (typeof audience === 'string') return audience;
  const reader = readerOf(newsroom, audience);
  const asked = askedOf(newsroom, audience);
  const letter = await write(newsroom, row, alerts, reader, asked);
  if (typeof letter === 'string') return letter;
  return {
    request: await toRequest(newsroom, row, audience, letter, asked),
    subject: letter.subject,
    alerts,
    writtenFor: fingerprint(audience),
  };
}

async function alertsOf({ outbox }: Newsroom, row: OutboxRow): Promise<readonly AlertRow[]> {
  if (row.kind === 'alert') return [row];
  if (row.kind === 'notice') return [];
  const entries = await outbox.alerts(row.entries.map((key) => ({ personId: row.personId, key })));
  return entries.filter(({ state }) => state === 'COLLECTED');
}

function readerOf({ links, clock }: Newsroom, { person }: Audience): Reader {
  const { personId, language, timeZone } = person;
  const preferences = personId === OPERATOR ? '' : links.preferences(person);
  return {
    language,
    timeZone,
    preferences,
    unsubscribeAll: links.unsubscribeAll(personId),
    now: clock.now(),
  };
}

function askedOf(newsroom: Newsroom, { person, subscriptions }: Audience): Map<string, Asked> {
  const entries = [...subscriptions.values()]
    .sort(
      (a, b) => a.createdAt.localeCompare(b.createdAt) || a.subscriptionId.localeCompare(b.subscriptionId),
    )
    .map((subscription): [string, Asked] => [
      subscription.subscriptionId,
      {
        subscription,
        reading: newsroom.describe(subscription.query, person.language),
        unsubscribe: newsroom.links.unsubscribe(subscription.subscriptionId),
      },
    ]);
  return new Map(entries);
}

async function write(
  newsroom: Newsroom,
  row: OutboxRow,
  alerts: readonly AlertRow[],
  reader: Reader,
  asked: ReadonlyMap<string, Asked>,
): Promise<Letter | string> {
  if (row.kind === 'notice') {
    const { links } = newsroom;
    return noticeLetter(row.notice, row.data, {
      reader,
      asked: [...asked.values()],
      confirm: links.confirm(row.personId),
      notMe: links.notMe(row.personId),
      feed: (id) => links.feed(id, 'atom'),
    });
  }
  const told: ToldEvent[] = [];
  for (const alert of alerts) {
    const event = await toldEvent(newsroom, alert, asked);
    if (event && event.asked.length) told.push(event);
  }
  const [first] = told;
  if (!first && row.kind === 'alert') throw new EventMissing(row.eventId);
  if (!first) return 'nothing is left to tell';
  if (row.kind === 'digest' && (row.frequency !== 'held' || told.length > 1))
    return digestLetter(told, row.frequency, reader);
  return alertLetter(first, reader, await firstSubject(newsroom, alerts[0]!));
}

async function toldEvent(
  { events, fanOuts, links }: Newsroom,
  row: AlertRow,
  asked: ReadonlyMap<string, Asked>,
): Promise<ToldEvent | null> {
  const event = await events.get(row.eventId);
  if (!event) return null;
  const { eventId, update } = row;
  const found = findings(row).filter(({ subscriptionId }) => asked.has(subscriptionId));
  const why = await fanOuts.why(found.map(({ queryHash }) => ({ eventId, update, queryHash })));
  return {
    event,
    page: links.event(event.id),
    follows: row.follows === true,
    asked: found.map(({ queryHash, subscriptionId }) => ({
      ...asked.get(subscriptionId)!,
      why: why.get(queryHash) ?? null,
    })),
  };
}

/** Subject of the first mail about the event, for an update to be threaded under. */
async function firstSubject({ outbox }: Newsroom, row: AlertRow): Promise<string | undefined> {
  if (!row.follows) return undefined;
  const keys = Array.from({ length: row.update }, (_, update) => alertRowKey(row.eventId, update));
  const earlier = await outbox.alerts(keys.map((key) => ({ personId: row.personId, key })));
  return earlier.sort((a, b) => a.update - b.update).find(({ subject }) => subject)?.subject;
}

async function toRequest(
  { sender, clock, links }: Newsroom,
  row: OutboxRow,
  { person }: Audience,
  letter: Letter,
  asked: ReadonlyMap<string, Asked>,
): Promise<SendRequest> {
  const key = mailKey(row);
  const kind = row.kind === 'notice' ? row.notice : row.kind;
  const headers = extraHeaders(sender, {
    mailKey: key,
    kind,
    list:
      row.kind === 'notice'
        ? undefined
        : listOf([...asked.values()], row, links.unsubscribeAll(row.personId)),
    thread: row.kind === 'alert' ? row : undefined,
  });
  const attempt = row.attempt + 1;
  const local = createHash('sha256').update(`${key} ${attempt}`).digest('hex').slice(0, 32);
  const raw = await toMime({
    from: { name: sender.name, address: sender.address },
    to: person.address,
    subject: letter.subject,
    headers,
    text: toText(letter),
    html: toHtml(letter),
    date: clock.now(),
    messageId: `<${local}@${sender.address.split('@')[1]}>`,
  });
  return {
    raw,
    from: sender.address,
    to: person.address,
    configurationSet: sender.configurationSet,
    tags: { mail: key, attempt: String(attempt), kind },
  };
}

function listOf(asked: readonly Asked[], row: OutboxRow, unsubscribeAll: string): MailingList {
  const [only] = asked;
  if (only && (asked.length === 1 || row.kind === 'alert')) {
    const { query, queryHash } = only.subscription;
    return {
      id: queryHash,
      name: query,
      unsubscribe: asked.length === 1 ? only.unsubscribe : unsubscribeAll,
    };
  }
  return { id: 'digest', name: 'Digest', unsubscribe: unsubscribeAll };
}
