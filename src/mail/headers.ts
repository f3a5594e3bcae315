import { createHash } from 'node:crypto';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import { headerText, oneLine } from './header-injection';

/** The installation as mails name it. */
export interface Sender {
  /** Name shown to readers, e.g. `Vigía`. */
  readonly name: string;
  /** Address in From. */
  readonly address: string;
  /** Where unsubscribe mails go. */
  readonly unsubscribeTo: string;
  /** Stage of the installation, for Feedback-ID. */
  readonly stage: string;
  /** SES configuration set that publishes the proofs of sending. */
  readonly configurationSet: string;
}

/** The list a mail belongs to, for filters and one-click unsubscription. */
export interface MailingList {
  /** Stable: the hash of the query, or `digest`. */
  readonly id: string;
  readonly name: string;
  /** https address that ends the subscription with a POST. */
  readonly unsubscribe: string;
}

export interface HeaderFacts {
  readonly mailKey: string;
  /** `alert`, `digest`, or the kind of notice. */
  readonly kind: string;
  /** Absent for mails that belong to no list (confirmation, goodbye …). */
  readonly list?: MailingList;
  /** What all mails about one event to one person have in common. */
  readonly thread?: { readonly eventId: string; readonly personId: string };
}

export type Header = readonly [name: string, value: string];

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);
const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 20);

/** `Phrase <id.domain>` of RFC 2919. The phrase is encoded here, since nodemailer would encode the id with it. */
function listId({ id, name }: MailingList, domain: string): string {
  const phrase = headerText(name, 60).replace(/["\\]|=\?/g, '');
  const plain = /^[\x20-\x7e]*$/.test(phrase);
  return `${plain ? `"${phrase}"` : encodeWord(phrase, 'Q', 52)} <${id.slice(0, 20)}.${domain}>`;
}

/**
 * Headers besides From, To and Subject. SES replaces Message-ID and Date, so mails are threaded by a root that no mail
 * has: every mail about the event refers to it.
 */
export function extraHeaders(sender: Sender, facts: HeaderFacts): Header[] {
  const { mailKey, kind, list, thread } = facts;
  const domain = domainOf(sender.address);
  const headers: Header[] = [
    ['Auto-Submitted', 'auto-generated'],
    ['X-Auto-Response-Suppress', 'All'],
    ['X-Alert-Key', mailKey],
    ['Feedback-ID', `${kind}:${sender.stage}:${short(domain)}:vigia`],
  ];
  if (thread) {
    const root = `<event.${short(`${thread.eventId} ${thread.personId}`)}@${domain}>`;
    headers.push(['In-Reply-To', root], ['References', root]);
  }
  if (list) {
    const end = list.unsubscribe.split('/').slice(-2).join(' ');
    const subject = encodeURIComponent(`unsubscribe ${end}`);
    headers.push(
      ['List-Id', listId(list, domain)],
      ['List-Unsubscribe', `<${list.unsubscribe}>, <mailto:${sender.unsubscribeTo}?subject=${subject}>`],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
      ['Precedence', 'list'],
    );
  }
  return headers.map(([name, value]) => [name, oneLine(name, value)]);
}
