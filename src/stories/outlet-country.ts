import { isCountry } from '../meaning/gazetteer/countries';
import countries from './outlet-countries.json';

/** National domains that outlets of any country use as names. */
const GENERIC = new Set(['co', 'tv', 'io', 'me', 'ai', 'fm', 'la', 'ws', 'cc', 'to', 'ly', 'gg']);

const KNOWN = new Map(
  Object.entries(countries).flatMap(([country, hosts]) => hosts.map((host) => [host, country] as const)),
);

/** The host of an address, without `www.`; empty for what is no address. */
export const hostOf = (url: string | null | undefined): string => {
  try {
    return url ? new URL(url).hostname.replace(/^www\./, '') : '';
  } catch {
    return '';
  }
};

/**
 * The country of the outlet at a host (no `www.`), for outlets that no feed list names: by `outlet-countries.json`
 * (outlets whose domain does not tell it), or by its national domain; null when neither tells one.
 */
export function countryBeyondLists(host: string): string | null {
  const known = KNOWN.get(host);
  if (known !== undefined) return known;
  const ending = host.split('.').at(-1) ?? '';
  const code = ending === 'uk' ? 'GB' : ending.toUpperCase();
  const national = !GENERIC.has(ending) || /\.com?\.[a-z]{2}$/.test(host);
  return national && isCountry(code) ? code : null;
}
