import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { AddressRefused } from './fetch-errors';

/** The guard against requests to our own machine and network (SSRF), which feeds, redirects and links may ask for. */
export interface GuardOptions {
  /** For the local engine and tests: the loopback is allowed, on any port. Never set it in AWS. */
  readonly allowLoopback?: boolean;
}

const ports = new Set(['', '80', '443', '8080', '8443']);
const globalIpv6 = ipaddr.parseCIDR('2000::/3');

/** Whether an IP address is one of the public internet, after unwrapping IPv4 in IPv6. */
export function isAllowedIp(ip: string, { allowLoopback = false }: GuardOptions = {}): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  const range = address.range();
  if (range === 'loopback') return allowLoopback;
  // Outside of 2000::/3 no address is allotted to anybody, whatever it embeds.
  if (address.kind() === 'ipv6' && !address.match(globalIpv6)) return false;
  return range === 'unicast';
}

/**
 * Checks what can be told from an address alone; names are checked when they are resolved.
 * @throws AddressRefused
 */
export function checkUrl(url: URL, options: GuardOptions = {}): void {
  const refuse = (reason: string): never => {
    throw new AddressRefused(withoutCredentials(url), reason);
  };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') refuse(`its scheme is ${url.protocol}`);
  if (url.username !== '' || url.password !== '') refuse('it carries credentials');
  const host = bareHost(url.hostname);
  const literal = isIP(host) !== 0;
  if (literal && !isAllowedIp(host, options)) refuse(`${host} is no public address`);
  const isLoopback = /^localhost\.?$/.test(host) || (literal && ipaddr.process(host).range() === 'loopback');
  if (!ports.has(url.port) && !(options.allowLoopback && isLoopback)) refuse(`its port is ${url.port}`);
}

/** A lookup that yields public addresses only, and fails with AddressRefused where there are none. */
export function guardedLookup(
  options: GuardOptions = {},
  lookup: LookupFunction = systemLookup as LookupFunction,
): LookupFunction {
  return (hostname, lookupOptions, callback) => {
    lookup(hostname, { ...lookupOptions, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const addresses = found as unknown as LookupAddress[];
      const allowed = addresses.filter(({ address }) => isAllowedIp(address, options));
      const [first] = allowed;
      if (!first) {
        const leads = addresses.map(({ address }) => address).join(', ') || 'nothing';
        return callback(new AddressRefused(hostname, `it resolves to ${leads}`), '', 0);
      }
      if (lookupOptions.all) (callback as unknown as (e: null, all: LookupAddress[]) => void)(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

export const bareHost = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

function withoutCredentials(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
}
