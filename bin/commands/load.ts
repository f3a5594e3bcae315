import { readFileSync } from 'node:fs';
import { version } from '../../package.json';
import { FEED_ACCEPT } from '../../src/feeds/poll-feed';
import { HttpClient, userAgent } from '../../src/feeds/http/client';
import { loadSettings } from '../../src/settings';
import { ROOT_SETTINGS } from './root';
import { UsageError } from './input';

export interface Loaded {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** Address that answered, after redirects; null for a file. */
  readonly finalUrl: string | null;
}

export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

/** An HTTP client that presents itself as this installation. */
export function openHttp(): HttpClient {
  const settings = loadSettings(ROOT_SETTINGS);
  return new HttpClient({
    userAgent: userAgent(settings.name, version, settings.site.url || `mailto:${settings.mail.operator}`),
  });
}

/** Bytes of a file, of standard input (`-`), or of a public address. */
export async function loadBytes(source: string): Promise<Loaded> {
  if (!isAddress(source)) {
    try {
      return { bytes: readFileSync(source === '-' ? 0 : source), contentType: null, finalUrl: null };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new UsageError(`${source}: no such file`);
      throw error;
    }
  }
  const http = openHttp();
  try {
    const answer = await http.get(source, { accept: FEED_ACCEPT });
    if (answer.status !== 200) throw new UsageError(`${source}: the server answered ${answer.status}`);
    return { bytes: answer.body, contentType: answer.headers['content-type'] ?? null, finalUrl: answer.url };
  } finally {
    await http.close();
  }
}
