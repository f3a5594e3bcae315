/** What bytes 0x80-0x9F mean in windows-1252, in order; a space where the code page has nothing. */
const printed = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * C1 control characters are windows-1252 text that some tool labelled as ISO-8859-1 or copied byte by byte into
 * Unicode; gives back what the writer typed. U+0085 becomes an ellipsis like the rest.
 */
export const windows1252Controls = (text: string): string =>
  /[\u0080-\u009f]/.test(text)
    ? text.replace(/[\u0080-\u009f]/g, (control) => printed.charAt(control.charCodeAt(0) - 0x80))
    : text;
