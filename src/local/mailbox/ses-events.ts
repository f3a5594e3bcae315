import type { Submission } from './fake-ses';

/** Headers of a message, unfolded, in order. */
export function headersOf(raw: Buffer): { name: string; value: string }[] {
  const end = raw.indexOf('\r\n\r\n');
  const block = raw.subarray(0, end < 0 ? raw.length : end).toString('utf8');
  return block
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 ? [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }] : [];
    });
}

/** What SES would report about a mail, in order. Addresses named as in its simulator bounce, complain and so on. */
export function sesEvents(id: string, mail: Submission, at: Date): Record<string, unknown>[] {
  const timestamp = at.toISOString();
  const about = {
    mail: {
      timestamp,
      messageId: id,
      source: mail.from,
      destination: mail.to,
      headersTruncated: false,
      headers: headersOf(mail.raw),
      tags: Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
    },
  };
  const sent = { eventType: 'Send', ...about, send: {} };
  const delivered = { eventType: 'Delivery', ...about, delivery: { timestamp, recipients: mail.to } };
  const recipients = mail.to.map((emailAddress) => ({ emailAddress }));
  const bounced = (bounceType: string, bounceSubType: string) => ({
    eventType: 'Bounce',
    ...about,
    bounce: {
      bounceType,
      bounceSubType,
      bouncedRecipients: recipients,
      timestamp,
      feedbackId: `bounce-${id}`,
    },
  });
  const complaint = { complainedRecipients: recipients, timestamp, complaintFeedbackType: 'abuse' };
  switch (/^(?:.*<)?([^@+]+)/.exec(mail.to[0] ?? '')?.[1]) {
    case 'bounce':
      return [sent, bounced('Permanent', 'General')];
    case 'mailboxfull':
      return [sent, bounced('Transient', 'MailboxFull')];
    case 'suppressionlist':
      return [sent, bounced('Permanent', 'OnAccountSuppressionList')];
    case 'complaint':
      return [sent, delivered, { eventType: 'Complaint', ...about, complaint }];
    default:
      return [sent, delivered];
  }
}
