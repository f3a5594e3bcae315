import type { Person } from '../meaning/reading';
import type { Table } from './table';

const DAY = 86_400;
/** A person not in the news for this long may hold another office by now. */
const REMEMBERED_DAYS = 400;

const fold = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

const surname = (name: string) => fold(name).split(/\s+/).at(-1)!;

/** The memory of persons: who holds which office, learnt from earlier stories. */
export class PersonStore {
  constructor(private readonly table: Table) {}

  /** Everyone remembered, as the look-up by surname that reading a story takes; the latest holder of a surname wins. */
  async memory(): Promise<(name: string) => Person | null> {
    const bySurname = new Map<string, Person & { seen: string }>();
    for await (const item of this.table.query<Person & { seen: string }>({ partition: 'PERSONS' })) {
      const known = bySurname.get(surname(item.name));
      if (!known || known.seen < item.seen) bySurname.set(surname(item.name), item);
    }
    return (name) => bySurname.get(fold(name)) ?? null;
  }

  /** Remembers persons that a story names with office and side; one write a person and day. */
  async learn(persons: readonly Person[], published: string): Promise<void> {
    const seen = published.slice(0, 10);
    for (const { name, role, party } of persons)
      if (role && party && name.includes(' '))
        await this.table.put(
          {
            pk: 'PERSONS',
            sk: fold(name),
            name,
            role,
            party,
            seen,
            ttl: Math.floor(Date.parse(seen) / 1000) + REMEMBERED_DAYS * DAY,
          },
          { expression: 'attribute_not_exists(pk) OR seen < :seen', values: { ':seen': seen } },
        );
  }
}
