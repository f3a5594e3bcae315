/**
 * An expression that is read when first asked for: each class of Unicode takes V8 a tenth of a millisecond, once where it
 * stands in the code and again where it is used.
 */
export function pattern(source: string, flags: string): () => RegExp {
  let read: RegExp | undefined;
  return () => (read ??= new RegExp(source, flags));
}
