import type { Clock } from '../clock';
import type { Table } from './table';

/** A named lock that runs out by itself, so that a crashed holder blocks nobody for long. */
export class Lease {
  constructor(
    private readonly table: Table,
    private readonly name: string,
    private readonly owner: string,
    private readonly clock: Clock,
    private readonly seconds: number,
  ) {}

  /** Takes or extends the lease; false while another owner holds it. */
  async hold(): Promise<boolean> {
    const now = this.clock.now().getTime();
    return this.table.put(
      { pk: `LEASE#${this.name}`, sk: 'LEASE', owner: this.owner, until: now + this.seconds * 1000 },
      {
        expression: 'attribute_not_exists(pk) OR #owner = :owner OR #until < :now',
        names: { '#owner': 'owner', '#until': 'until' },
        values: { ':owner': this.owner, ':now': now },
      },
    );
  }

  async release(): Promise<void> {
    await this.table.delete(
      { pk: `LEASE#${this.name}`, sk: 'LEASE' },
      { expression: '#owner = :owner', names: { '#owner': 'owner' }, values: { ':owner': this.owner } },
    );
  }
}
