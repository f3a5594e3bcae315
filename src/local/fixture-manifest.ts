import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

/** How a saved feed misbehaves when it is asked for. */
const behaviour = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('redirect-permanent'), to: z.string() }),
  z.strictObject({ type: z.literal('redirect'), to: z.string() }),
  z.strictObject({ type: z.literal('slow'), ms: z.number() }),
  z.strictObject({ type: z.literal('status'), status: z.number(), retryAfter: z.number().optional() }),
  z.strictObject({ type: z.literal('drip') }),
  z.strictObject({ type: z.literal('gzip') }),
  z.strictObject({ type: z.literal('gzip-bomb') }),
  z.strictObject({ type: z.literal('html') }),
  z.strictObject({ type: z.literal('reset') }),
]);
export type Behaviour = z.infer<typeof behaviour>;

const feed = z.strictObject({
  path: z.string(),
  /** File of each generation; the last one stays when there are fewer files than generations. None where the behaviour needs none. */
  generations: z.array(z.string()),
  contentType: z.string(),
  etag: z.boolean(),
  lastModified: z.boolean(),
  behaviour: behaviour.nullable(),
});
export type FixtureFeed = z.infer<typeof feed>;

const outlet = z.strictObject({
  id: z.string(),
  title: z.string(),
  country: z.string().nullable(),
  lang: z.string(),
  host: z.string(),
  kind: z.string(),
  feeds: z.array(feed),
  pages: z.record(z.string(), z.string()),
  robots: z.string().optional(),
});
export type FixtureOutlet = z.infer<typeof outlet>;

const manifest = z.object({
  now: z.iso.datetime(),
  generations: z.array(z.object({ at: z.iso.datetime() })).min(1),
  outlets: z.array(outlet),
});
export type FixtureManifest = z.infer<typeof manifest> & { readonly folder: string };

/** Reads `manifest.json` of a folder of saved feeds and pages; throws with the file and the key that is wrong. */
export function readFixtureManifest(folder: string): FixtureManifest {
  const file = path.join(folder, 'manifest.json');
  const result = manifest.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw new Error(`${file}: ${issue.path.join('.')}: ${issue.message}`);
  }
  return { ...result.data, folder };
}
