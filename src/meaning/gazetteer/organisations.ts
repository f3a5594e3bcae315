import data from './organisations.json';
import { writingOf, type NameBook } from './names';

export interface Organisation {
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

export const ORGANISATIONS: readonly Organisation[] = data;

export function addOrganisations(book: NameBook): void {
  for (const { party, name, aliases, wire, agency } of ORGANISATIONS) {
    const id = wire ? 'OUTLET' : agency ? 'AGENCY' : 'ORG';
    for (const alias of [name, ...aliases]) {
      const writing = /^\p{Ll}/u.test(alias) && !/\p{Lu}/u.test(alias) ? 'free' : writingOf(alias);
      book.add(alias, { id, value: party, weak: false }, writing);
    }
  }
}
