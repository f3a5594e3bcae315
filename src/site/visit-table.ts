import type { NewsEvent } from '../events/event';

/** One line of the register of visits, as it is downloaded. */
export interface VisitRow {
  readonly event: string;
  /** Day or month of the visit; empty when no story gives one. */
  readonly date: string;
  readonly endDate: string;
  readonly status: string;
  readonly visitors: readonly string[];
  readonly host: string;
  readonly facility: string;
  readonly officials: readonly { readonly name: string; readonly role: string }[];
  readonly firstReported: string;
  readonly sources: readonly { readonly outlet: string; readonly link: string }[];
}

/** Null for an event that is no visit. */
export function visitRow(event: NewsEvent): VisitRow | null {
  const { visit } = event;
  if (!visit) return null;
  return {
    event: event.id,
    date: visit.date ?? '',
    endDate: visit.endDate ?? '',
    status: visit.status,
    visitors: visit.visitors,
    host: visit.host,
    facility: visit.facility ?? '',
    officials: visit.officials.map(({ name, role }) => ({ name, role })),
    firstReported: event.first,
    sources: event.stories.map(({ outlet, link }) => ({ outlet, link })),
  };
}

const COLUMNS = [
  'event',
  'date',
  'endDate',
  'status',
  'visitors',
  'host',
  'facility',
  'officials',
  'firstReported',
  'sources',
] as const;

/** A cell that spreadsheets read as text: quoted, and never the start of a formula. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

/** RFC 4180, with a byte order mark so that spreadsheets see UTF-8. */
export function visitsCsv(rows: readonly VisitRow[]): string {
  const lines = rows.map((row) =>
    [
      row.event,
      row.date,
      row.endDate,
      row.status,
      row.visitors.join(' '),
      row.host,
      row.facility,
      row.officials.map(({ name, role }) => (role ? `${name} (${role})` : name)).join('; '),
      row.firstReported,
      row.sources.map(({ link }) => link).join(' '),
    ]
      .map(cell)
      .join(','),
  );
  return `\ufeff${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}
