import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { AddressRefused } from './fetch-errors';
import { bareHost, guardedLookup, type GuardOptions, isAllowedIp } from './guard';

export interface ConnectorOptions extends GuardOptions {
  readonly connectMs: number;
  /** Resolves names; the system's resolver when absent. */
  readonly lookup?: LookupFunction;
  /** Loopback port of a server that plays this host in plain HTTP, or null: how saved outlets are served. */
  readonly standIn?: (hostname: string) => number | null;
}

/** Opens sockets to public addresses only: literal ones are checked here, names when they are resolved. */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const { connectMs, lookup, standIn } = options;
  const connect = buildConnector({ timeout: connectMs, lookup: guardedLookup(options, lookup) });
  const connectStandIn = buildConnector({ timeout: connectMs });
  return (target, callback) => {
    const host = bareHost(target.hostname);
    const port = standIn?.(host) ?? null;
    if (port !== null) {
      const plain = { ...target, protocol: 'http:', hostname: '127.0.0.1', port: String(port) };
      return connectStandIn(plain, callback);
    }
    // node:net never calls the lookup for a literal address.
    if (isIP(host) !== 0 && !isAllowedIp(host, options))
      return callback(new AddressRefused(host, `${host} is no public address`), null);
    connect(target, callback);
  };
}
