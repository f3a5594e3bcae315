import { mailKey } from '../../../src/alerts/outbox-row';
import { audienceOf, fingerprint } from '../../../src/mail/audience';
import type { Newsroom } from '../../../src/mail/newsroom';
import type { Prepared, prepare } from '../../../src/mail/prepare';

/** As `prepare`, without the text of the mail. */
export const prepareLight: typeof prepare = async (room, row): Promise<Prepared | string> => {
  const all =
    row.kind === 'digest'
      ? await room.outbox.alerts(row.entries.map((key) => ({ personId: row.personId, key })))
      : [];
  const alerts = row.kind === 'alert' ? [row] : all.filter(({ state }) => state === 'COLLECTED');
  if (row.kind === 'digest' && !alerts.length) return 'its events were mailed by themselves';
  const audience = await audienceOf(room, row, alerts);
  if (typeof audience === 'string') return audience;
  const tags = { mail: mailKey(row), attempt: String(row.attempt + 1) };
  const request = {
    raw: new Uint8Array(),
    from: room.sender.address,
    to: audience.person.address,
    configurationSet: 'vigia',
    tags,
  };
  return { request, subject: 'test', alerts, writtenFor: fingerprint(audience) };
};

export const LINKS: Newsroom['links'] = {
  confirm: (id) => `https://vigia.example/confirm/${id}/t`,
  notMe: (id) => `https://vigia.example/not-me/${id}/t`,
  preferences: ({ personId }) => `https://vigia.example/preferences/${personId}/t`,
  unsubscribe: (id) => `https://vigia.example/unsubscribe/${id}/t`,
  unsubscribeAll: (id) => `https://vigia.example/unsubscribe-all/${id}/t`,
  feed: (id, format) => `https://vigia.example/feed/${id}/t.${format}`,
  event: (id) => `https://vigia.example/events/${id}`,
};
