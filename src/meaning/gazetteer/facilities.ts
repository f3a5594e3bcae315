import { gazetteer } from './compiled';
import { nameOn } from './listed-names';
import { slugOf } from './slug';

export interface Facility {
  readonly id: string;
  /** Usual short name, e.g. `CECOT`. */
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Shown to officials from abroad so often that one of no named country is taken for a visitor, not a host. */
  readonly showpiece: boolean;
  /** Year in which it opened; nobody visited it before. */
  readonly opened: number | undefined;
  /** Id of the complex it belongs to. */
  readonly parent: string | undefined;
}

let lines: readonly string[] | undefined;
const known: Facility[] = [];
const byId = new Map<string, Facility>();
let complete = false;

function take(line: string): Facility {
  const [, country = '', opened, id, parent] = line.split('|');
  const name = nameOn(line);
  return {
    id: id || slugOf(name),
    name,
    country: country.slice(0, 2),
    showpiece: country.endsWith('*'),
    opened: opened ? Number(opened) : undefined,
    parent,
  };
}

/** The facility of this number, as names refer to it. */
export function facilityAt(number: number): Facility {
  lines ??= gazetteer().facilities.split('\n');
  const facility = (known[number] ??= take(lines[number] as string));
  byId.set(facility.id, facility);
  return facility;
}

/** All facilities, once somebody asks for one that no text has named. */
export function allFacilities(): readonly Facility[] {
  if (!complete)
    gazetteer()
      .facilities.split('\n')
      .forEach((_, number) => facilityAt(number));
  complete = true;
  return known;
}

/** Marks a facility that no entry knows and that the text itself names ("cárcel de Pocollay"). */
const UNLISTED = '~';

export const unlistedFacility = (name: string): string => UNLISTED + name;

export function facilityById(id: string): Facility | undefined {
  const facility = byId.get(id);
  if (facility !== undefined || complete || id.startsWith(UNLISTED)) return facility;
  allFacilities();
  return byId.get(id);
}

const byCountry = (numbers: readonly number[]): Map<string, Facility> =>
  new Map(numbers.map(facilityAt).map((facility) => [facility.country, facility]));

let megaByCountry: Map<string, Facility> | undefined;

/** The mega-prison of a country ("la megacárcel de El Salvador"), if it is known for one. */
export const megaPrisonOf = (country: string): Facility | undefined =>
  (megaByCountry ??= byCountry(gazetteer().mega)).get(country);

let largestByCountry: Map<string, Facility> | undefined;

/** The prison of a country that is meant by "the country's largest prison", where one is. */
export const largestPrisonOf = (country: string): Facility | undefined =>
  (largestByCountry ??= byCountry(gazetteer().largest)).get(country);

/** Name to show for the `value` of a FACILITY hit: the usual short name, or the words of the text. */
export const facilityName = (value: string): string =>
  value.startsWith(UNLISTED) ? value.slice(UNLISTED.length) : (facilityById(value)?.name ?? value);
