import { domainToASCII } from 'node:url';

export type AddressProblem = 'empty' | 'control' | 'form' | 'non-ascii-name' | 'too-long' | 'domain';

/** A typed address that cannot be used; `problem` says why, pages say it in words. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';
  constructor(readonly problem: AddressProblem) {
    super(`address refused: ${problem}`);
  }
}

const ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LOCAL = new RegExp(`^${ATOM}(\\.${ATOM})*$`);
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** What a person may type as a domain; anything else would be decoded or cut silently by the URL rules. */
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;

/**
 * The address in the one form that is stored and mailed: lower case, domain in punycode.
 * Local parts outside ASCII are refused because SES has no SMTPUTF8; quoted local parts because hardly any
 * mailbox has one and many header injections do.
 */
export function normaliseAddress(typed: string): string {
  if (/\p{C}|\p{Zl}|\p{Zp}/u.test(typed)) throw new AddressRefused('control');
  const text = typed.trim();
  if (!text) throw new AddressRefused('empty');
  if (text.length > 400) throw new AddressRefused('too-long');
  const at = text.lastIndexOf('@');
  if (at < 1) throw new AddressRefused('form');
  const local = text.slice(0, at).toLowerCase();
  const typedDomain = text.slice(at + 1);
  if (/[^\x20-\x7e]/.test(local)) throw new AddressRefused('non-ascii-name');
  if (!LOCAL.test(local)) throw new AddressRefused('form');
  if (!TYPED_DOMAIN.test(typedDomain)) throw new AddressRefused('domain');
  const domain = domainToASCII(typedDomain).toLowerCase();
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || /^\d+$/.test(labels.at(-1)!))
    throw new AddressRefused('domain');
  if (local.length > 64 || domain.length > 253 || local.length + domain.length + 1 > 254)
    throw new AddressRefused('too-long');
  return `${local}@${domain}`;
}

const DOTLESS = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox behind a normalised address, for limits and the do-not-mail list: without `+tag`, and for Gmail
 * without dots, so that one mailbox cannot be flooded through its many spellings.
 */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const name = address.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return DOTLESS.has(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
}
