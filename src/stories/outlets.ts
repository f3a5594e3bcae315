import path from 'node:path';
import { listNames, loadLists } from '../feeds/lists';
import { isCountry } from '../meaning/gazetteer/countries';
import { countryBeyondLists, hostOf } from './outlet-country';

const LISTS = path.join(__dirname, '../../feeds');

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

/**
 * The country of the outlet at a host (no `www.`): by the feed lists, by the list of outlets beyond them, or by its
 * domain; null when none tells one. For the command line: the feed lists are read from disk.
 */
export function countryOfHost(host: string): string | null {
  outlets ??= listed();
  const country = outlets.get(host);
  if (country !== undefined) return country !== null && isCountry(country) ? country : null;
  return countryBeyondLists(host);
}
