import MimeNode from 'nodemailer/lib/mime-node';
import { HeaderInjection, headerText, oneLine } from './header-injection';
import type { Header } from './headers';

export interface Message {
  readonly from: { readonly name: string; readonly address: string };
  /** One address; a mail never shows a reader another reader. */
  readonly to: string;
  readonly subject: string;
  readonly headers: readonly Header[];
  readonly text: string;
  readonly html: string;
  readonly date: Date;
  readonly messageId: string;
}

const ADDRESS = /^[\x21-\x7e]+@[A-Za-z0-9.-]+$/;

/** SES takes no address with letters outside ASCII, and a list of addresses is never one. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';

  constructor(readonly address: string) {
    super(`${JSON.stringify(address.slice(0, 80))} is not one plain ASCII address; SES cannot deliver to it`);
  }
}

function oneAddress(address: string): string {
  if (!ADDRESS.test(address) || /[,;<>()"\\]/.test(address)) throw new AddressRefused(address);
  return address;
}

/** Headers that nodemailer writes by rules of its own, which do no harm here. */
const OWN_RULES = new Set(['references', 'in-reply-to']);

/** A structured header (List-Id and the like) that must not be encoded as a whole, only folded. */
function asIs(name: string, value: string): string {
  if (!/^[\x20-\x7e]*$/.test(value)) throw new HeaderInjection(name, value);
  if (OWN_RULES.has(name.toLowerCase())) return value;
  return { prepared: true, foldLines: true, value } as unknown as string;
}

/**
 * RFC 5322 message of a text and an HTML part. Throws `HeaderInjection` or {@link AddressRefused}. Headers are given
 * to the MIME node one by one: nodemailer's composer drops its own `list` option.
 */
export async function toMime(message: Message): Promise<Buffer> {
  const root = new MimeNode('multipart/alternative', { textEncoding: 'quoted-printable' });
  root.setHeader('From', [
    { name: oneLine('From', message.from.name), address: oneAddress(message.from.address) },
  ]);
  root.setHeader('To', [{ name: '', address: oneAddress(message.to) }]);
  root.setHeader('Subject', headerText(message.subject));
  root.setHeader('Date', message.date.toUTCString().replace('GMT', '+0000'));
  root.setHeader('Message-ID', oneLine('Message-ID', message.messageId));
  for (const [name, value] of message.headers) root.setHeader(oneLine(name, name), asIs(name, value));
  for (const [type, content] of [
    ['text/plain', message.text],
    ['text/html', message.html],
  ] as const)
    root.createChild(`${type}; charset=utf-8`).setContent(content.replace(/\r?\n|\r/g, '\r\n'));
  return root.build();
}
