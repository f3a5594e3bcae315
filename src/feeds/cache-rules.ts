/** Minutes for which an answer declares itself fresh (s-maxage, max-age, else Expires; less its Age), or null. */
export function freshMinutes(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const control = headers['cache-control'] ?? '';
  if (/\bno-(?:cache|store)\b/i.test(control)) return null;
  const age = /\bs-maxage\s*=\s*"?(\d+)/i.exec(control)?.[1] ?? /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  const expires = Date.parse(headers['expires'] ?? '');
  const seconds =
    age === undefined ? (expires - now.getTime()) / 1_000 : Number(age) - (Number(headers['age']) || 0);
  return seconds > 0 ? seconds / 60 : null;
}
