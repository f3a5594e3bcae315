/** Which way a day without its own direction lies from the day of publication. */
export type Direction = 'past' | 'future' | 'none';

/** A date as the words give it; `resolveDate` turns it into days. */
export type DateExpression =
  | {
      readonly type: 'date';
      readonly year: number | null;
      /** 1 to 12; null for a day of an unnamed month ("o dia 17", "quinta-feira (17)"). */
      readonly month: number | null;
      readonly day: number | null;
      readonly endDay: number | null;
      readonly endMonth: number | null;
      readonly way: Direction;
    }
  | {
      readonly type: 'weekday';
      readonly weekday: number;
      readonly endWeekday: number | null;
      readonly way: Direction;
    }
  | { readonly type: 'days'; readonly offset: number }
  | { readonly type: 'months'; readonly offset: number };

export interface DateMention {
  readonly from: number;
  readonly to: number;
  readonly expression: DateExpression;
}
