import data from './facilities.json';
import { aliases, writingOf, type NameBook } from './names';

export interface Facility {
  readonly id: string;
  /** Usual short name, e.g. `CECOT`. */
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly kind: string;
  /** Shown to officials from abroad so often that one of no named country is taken for a visitor, not a host. */
  readonly showpiece?: boolean;
  /** Year in which it opened; nobody visited it before. */
  readonly opened?: number;
  /** Id of the complex it belongs to. */
  readonly parent?: string;
  /** Names in any of the four languages, parted by `|`; `?` after one that is also an ordinary word or place. */
  readonly aliases: string;
}

export const FACILITIES: readonly Facility[] = data;

const byId = new Map(FACILITIES.map((facility) => [facility.id, facility]));
const megaByCountry = new Map(
  FACILITIES.filter((facility) => facility.kind === 'mega').map((facility) => [facility.country, facility]),
);

export const facilityById = (id: string): Facility | undefined => byId.get(id);

/** The mega-prison of a country ("la megacárcel de El Salvador"), if it is known for one. */
export const megaPrisonOf = (country: string): Facility | undefined => megaByCountry.get(country);

/** Marks a facility that no entry knows and that the text itself names ("cárcel de Pocollay"). */
const UNLISTED = '~';

export const unlistedFacility = (name: string): string => UNLISTED + name;

/** Name to show for the `value` of a FACILITY hit: the usual short name, or the words of the text. */
export const facilityName = (value: string): string =>
  value.startsWith(UNLISTED) ? value.slice(UNLISTED.length) : (byId.get(value)?.name ?? value);

export function addFacilities(book: NameBook): void {
  for (const { id, aliases: list } of FACILITIES)
    for (const { name, weak } of aliases(list))
      book.add(name, { id: 'FACILITY', value: id, weak }, weak ? 'name' : writingOf(name));
}
