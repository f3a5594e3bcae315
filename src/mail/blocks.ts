/** What a mail says, in order. The text part and the HTML part are both written from it. */
export type Block =
  /** Level 1 once a mail. `lang` when it is not in the language of the mail. */
  | {
      readonly block: 'heading';
      readonly level: 1 | 2;
      readonly text: string;
      readonly href?: string;
      readonly lang?: string;
    }
  | { readonly block: 'paragraph'; readonly text: Inline[]; readonly small?: boolean }
  | { readonly block: 'facts'; readonly facts: readonly (readonly [label: string, value: Inline[]])[] }
  | { readonly block: 'quote'; readonly text: string; readonly lang: string; readonly source: Inline[] }
  | { readonly block: 'list'; readonly items: readonly Inline[][] }
  /** Addresses that belong together: in a row in HTML, each on its own line in text. */
  | { readonly block: 'links'; readonly links: readonly { readonly text: string; readonly href: string }[] }
  | { readonly block: 'button'; readonly text: string; readonly href: string }
  | { readonly block: 'rule' };

export type Inline =
  | string
  | { readonly text: string; readonly href?: string; readonly lang?: string; readonly strong?: boolean };

/** A mail before it is laid out. */
export interface Letter {
  readonly lang: string;
  readonly subject: string;
  /** What mail programs show after the subject. */
  readonly preview: string;
  readonly blocks: readonly Block[];
  readonly footer: readonly Block[];
}

export const heading = (level: 1 | 2, text: string, more: { href?: string; lang?: string } = {}): Block => ({
  block: 'heading',
  level,
  text,
  ...more,
});
export const paragraph = (...text: Inline[]): Block => ({ block: 'paragraph', text });
export const small = (...text: Inline[]): Block => ({ block: 'paragraph', text, small: true });
export const facts = (entries: readonly (readonly [string, Inline[] | string | null])[]): Block => ({
  block: 'facts',
  facts: entries.flatMap(([label, value]) =>
    value === null || value.length === 0
      ? []
      : [[label, typeof value === 'string' ? [value] : value] as const],
  ),
});
export const list = (items: readonly Inline[][]): Block => ({ block: 'list', items });
export const links = (...entries: readonly { text: string; href: string }[]): Block => ({
  block: 'links',
  links: entries,
});
export const button = (text: string, href: string): Block => ({ block: 'button', text, href });
export const rule: Block = { block: 'rule' };
