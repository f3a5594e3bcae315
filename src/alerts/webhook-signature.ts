import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds by which the time in a signature may differ from the receiver's: older posts are replays. */
export const REPLAY_WINDOW = 300;

export interface SignatureHeaders {
  /** Seconds since 1970 at which the post was made. */
  readonly 'x-vigia-timestamp': string;
  /** `v1=` and the hex HMAC-SHA-256 of `<timestamp>.<body>` under the subscription's secret. */
  readonly 'x-vigia-signature': string;
}

const signature = (secret: string, timestamp: string, body: string) =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

export function sign(secret: string, body: string, now: Date): SignatureHeaders {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { 'x-vigia-timestamp': timestamp, 'x-vigia-signature': signature(secret, timestamp, body) };
}

/** What a receiver does: true when the body is ours, unchanged, and not older than the replay window. */
export function verify(secret: string, body: string, headers: SignatureHeaders, now: Date): boolean {
  const timestamp = headers['x-vigia-timestamp'];
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  if (!(age <= REPLAY_WINDOW)) return false;
  const [given, right] = [headers['x-vigia-signature'], signature(secret, timestamp, body)].map((s) =>
    Buffer.from(s),
  );
  return given!.length === right!.length && timingSafeEqual(given!, right!);
}
