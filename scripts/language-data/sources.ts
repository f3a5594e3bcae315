import type { ConceptEntry } from '../../src/meaning/lexicon/entry';
import type { Language, Party } from '../../src/meaning/reading';
import countries from '../../src/meaning/gazetteer/countries.json';
import facilities from '../../src/meaning/gazetteer/facilities.json';
import organisations from '../../src/meaning/gazetteer/organisations.json';
import persons from '../../src/meaning/gazetteer/persons.json';
import act from '../../src/meaning/lexicon/act.json';
import cooperation from '../../src/meaning/lexicon/cooperation.json';
import delegation from '../../src/meaning/lexicon/delegation.json';
import incident from '../../src/meaning/lexicon/incident.json';
import model from '../../src/meaning/lexicon/model.json';
import negative from '../../src/meaning/lexicon/negative.json';
import prison from '../../src/meaning/lexicon/prison.json';
import reform from '../../src/meaning/lexicon/reform.json';
import rights from '../../src/meaning/lexicon/rights.json';
import status from '../../src/meaning/lexicon/status.json';
import transfer from '../../src/meaning/lexicon/transfer.json';

/** The lexicon of the built-in topic, one data file a family. */
export const PRISON_LEXICON: readonly ConceptEntry[] = [
  act,
  cooperation,
  delegation,
  incident,
  model,
  negative,
  prison,
  reform,
  rights,
  status,
  transfer,
].flat();

export interface CountrySource {
  /** Usual name first, then other names, parted by `|`; `?` after an ambiguous one. */
  readonly names: Partial<Record<Language, string>>;
  /** Masculine singular; the other forms follow by rule (see `inflect`). */
  readonly demonyms?: Partial<Record<Language, string>>;
  readonly cities?: string;
  readonly regions?: string;
}

/** By ISO 3166-1 alpha-2 code. */
export const COUNTRIES: Readonly<Record<string, CountrySource>> = countries;

export interface FacilitySource {
  readonly id: string;
  /** Usual short name, e.g. `CECOT`. */
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly kind: string;
  /** Shown to officials from abroad so often that one of no named country is taken for a visitor, not a host. */
  readonly showpiece?: boolean;
  /** The one meant by "the country's largest prison". */
  readonly largest?: boolean;
  /** Year in which it opened; nobody visited it before. */
  readonly opened?: number;
  /** Id of the complex it belongs to. */
  readonly parent?: string;
  /** Names in any of the four languages, parted by `|`; `?` after one that is also an ordinary word or place. */
  readonly aliases: string;
}

export const FACILITIES: readonly FacilitySource[] = facilities;

export interface OrganisationSource {
  readonly id: string;
  /** `org:UN`, `org:OAS`, `org:IACHR`, `org:NGO`, `org:press`, `EU`, or a code that is no visiting party. */
  readonly party: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** News outlets sign stories and are quoted: naming one is no sign of a visit by the press. */
  readonly wire?: boolean;
  /** A service, chamber or party of one state: `party` is that state. */
  readonly agency?: boolean;
}

export const ORGANISATIONS: readonly OrganisationSource[] = organisations;

/** An official of recent years. */
export interface PersonSource {
  readonly name: string;
  readonly party: Party;
  readonly role: string;
  /** Years in office; `to` is null while in office. */
  readonly from: number;
  readonly to: number | null;
  /** A head of state or government, known by surname. */
  readonly leader: boolean;
}

type Row = readonly (string | number | null)[];

export const PERSONS: readonly PersonSource[] = (persons as readonly Row[]).map(
  ([name, party, role, from, to, leader]) => ({
    name: String(name),
    party: String(party),
    role: String(role),
    from: Number(from),
    to: to === null ? null : Number(to),
    leader: leader !== undefined,
  }),
);
