import path from 'node:path';
import { listNames, loadLists } from '../feeds/lists';
import { isCountry } from '../meaning/gazetteer/countries';

const LISTS = path.join(__dirname, '../../feeds');

/** National domains that outlets of any country use as names. */
const GENERIC = new Set(['co', 'tv', 'io', 'me', 'ai', 'fm', 'la', 'ws', 'cc', 'to', 'ly', 'gg']);

export const hostOf = (url: string | null | undefined): string => {
  try {
    return url ? new URL(url).hostname.replace(/^www\./, '') : '';
  } catch {
    return '';
  }
};

/** Countries of the outlets in the project's feed lists, by host; null for hosts of several countries. */
function listed(): Map<string, string | null> {
  const countries = new Map<string, string | null>();
  for (const { url, siteUrl, country } of loadLists(LISTS, listNames(LISTS)))
    for (const host of [hostOf(url), hostOf(siteUrl)]) {
      const known = countries.get(host);
      countries.set(host, known === undefined || known === country ? country : null);
    }
  return countries;
}

let outlets: Map<string, string | null> | undefined;

/** The country of the outlet at a host (no `www.`): by the feed lists or its domain; null when neither tells one. */
export function countryOfHost(host: string): string | null {
  outlets ??= listed();
  const country = outlets.get(host);
  if (country !== undefined) return country !== null && isCountry(country) ? country : null;
  const ending = host.split('.').at(-1) ?? '';
  const code = ending === 'uk' ? 'GB' : ending.toUpperCase();
  const national = !GENERIC.has(ending) || /\.com?\.[a-z]{2}$/.test(host);
  return national && isCountry(code) ? code : null;
}
