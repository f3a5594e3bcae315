/** A header value holds control characters: somebody tries to add headers of their own, or a feed is broken. */
export class HeaderInjection extends Error {
  override name = 'HeaderInjection';

  constructor(
    readonly header: string,
    readonly value: string,
  ) {
    super(
      `${header}: ${JSON.stringify(value.slice(0, 80))} holds a line break or control character; clean it first`,
    );
  }
}

// oxlint-disable-next-line no-control-regex -- they are what must not get through
const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;

/** The value itself; throws {@link HeaderInjection} when it could end its header. */
export function oneLine(header: string, value: string): string {
  if (CONTROL.test(value)) throw new HeaderInjection(header, value);
  return value;
}

/** Foreign text (titles, queries) made fit for a header: one line, at most `most` characters. */
export function headerText(text: string, most = 150): string {
  // oxlint-disable-next-line no-control-regex -- as above
  const line = text.replace(/[\p{C}\u2028\u2029\s]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
