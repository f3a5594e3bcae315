/** A declared language as a lower-case BCP 47 tag (`es-mx`), or null for anything else. */
export function languageTag(declared: string): string | null {
  const tag = declared.trim().toLowerCase().replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/.test(tag) ? tag : null;
}
