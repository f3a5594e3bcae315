const ADDRESSLIKE =
  /\b[a-z][a-z0-9+.-]*:\/\/\S*|\bwww\.\S*|\S+@\S+|\b[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}\S*/giu;

/**
 * A query cleaned for quoting in a mail to somebody who may not have typed it: no addresses, links or control
 * characters, one line, at most 80 characters. Keeps strangers from sending messages through our form.
 */
export function quotable(query: string): string {
  const text = query
    .replace(/\p{C}/gu, ' ')
    .replace(ADDRESSLIKE, '…')
    .replace(/[<>]/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...text];
  return characters.length <= 80 ? text : `${characters.slice(0, 79).join('').trimEnd()}…`;
}
