import type { NoticeKind } from '../../alerts/outbox-row';
import type { Kind, VisitStatus } from '../../meaning/reading';
import type { Frequency } from '../../subscriptions/subscription';

export const REPORT_SECTIONS = ['dead-feeds', 'lost-overlaps', 'bounces', 'in-doubt', 'failed'] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** Everything a mail says in one language. Functions take numbers and names that are put into sentences. */
export interface Words {
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly statuses: Readonly<Record<VisitStatus, string>>;
  readonly languages: Readonly<Record<string, string>>;
  readonly organisations: Readonly<Record<string, string>>;
  readonly facts: {
    readonly kind: string;
    readonly who: string;
    readonly where: string;
    readonly officials: string;
    readonly status: string;
    readonly date: string;
    readonly countries: string;
    readonly published: string;
    readonly seen: string;
    readonly sent: string;
    readonly until: (from: string, to: string) => string;
    readonly lag: (minutes: number) => string;
    readonly unknown: string;
  };
  readonly alert: {
    readonly read: (outlet: string) => string;
    readonly also: (n: number) => string;
    readonly more: (n: number) => string;
    readonly course: string;
    readonly why: string;
    readonly because: (reading: string) => string;
    readonly in: (outlet: string, language: string) => string;
    readonly changed: (status: string) => string;
    readonly changedDate: string;
    readonly page: string;
    readonly copy: string;
  };
  readonly digest: {
    readonly subject: Readonly<
      Record<'hourly' | 'daily' | 'weekly' | 'held', (n: number, day: string) => string>
    >;
    readonly intro: (n: number, stories: number) => string;
    readonly held: string;
    readonly update: string;
    readonly found: (reading: string) => string;
    readonly left: (n: number) => string;
  };
  readonly foot: {
    readonly preferences: string;
    readonly unsubscribe: (query: string) => string;
    readonly unsubscribeAll: string;
    readonly frequency: Readonly<Record<Frequency, string>>;
    readonly you: (query: string, frequency: string) => string;
    readonly asked: string;
    readonly noTracking: string;
  };
  readonly notices: Readonly<Record<NoticeKind, NoticeWords>>;
  readonly confirm: {
    readonly button: string;
    readonly ignore: string;
    readonly notMe: string;
    readonly expires: string;
  };
  readonly welcome: {
    readonly reading: (reading: string) => string;
    readonly sample: (n: number) => string;
    readonly none: string;
    readonly rate: (perWeek: string) => string;
    readonly manage: string;
    readonly feed: string;
  };
  readonly goodbye: {
    readonly ended: (query: string) => string;
    readonly all: string;
    readonly undo: string;
    readonly feed: string;
  };
  readonly suspension: { readonly because: Readonly<Record<string, string>>; readonly resume: string };
  readonly watching: {
    readonly checks: string;
    readonly feeds: string;
    readonly stories: string;
    readonly mails: string;
    readonly near: string;
    readonly noNear: string;
    readonly of: (up: string, all: string) => string;
  };
  readonly report: Readonly<Record<ReportSection, string>>;
}

/** One notice: its subject and its opening sentence. */
export interface NoticeWords {
  readonly subject: (what: string) => string;
  readonly opening: (what: string) => string;
}
