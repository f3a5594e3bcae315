import ipaddr from 'ipaddr.js';

/** The network an address belongs to, as limits count it: IPv4 /24, IPv6 /48; `unknown` for anything else. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  const bytes = address.toByteArray();
  return address.kind() === 'ipv4'
    ? `${bytes.slice(0, 3).join('.')}.0/24`
    : `${Buffer.from(bytes.slice(0, 6)).toString('hex')}/48`;
}
