const most = 24 * 3_600_000;

/** When a `Retry-After` in seconds or as a date lets us come back; at most a day from `now`, null when it says nothing. */
export function retryAfter(header: string | undefined, now: Date): Date | null {
  const text = header?.trim() ?? '';
  const at = /^\d+(\.\d+)?$/.test(text) ? now.getTime() + Number(text) * 1_000 : Date.parse(text);
  if (Number.isNaN(at) || at <= now.getTime()) return null;
  return new Date(Math.min(at, now.getTime() + most));
}
