/** A copy of a record without some of its fields. */
export function omit<T extends object, K extends PropertyKey>(
  record: T,
  ...fields: readonly K[]
): Omit<T, K> {
  const left = Object.entries(record).filter(([field]) => !fields.includes(field as K));
  return Object.fromEntries(left) as Omit<T, K>;
}
