import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';

const address = z
  .string()
  .regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/, 'an e-mail address such as alerts@example.org');
const minutes = (least: number) => z.number().int().min(least).max(10_080);

const schema = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(60)
    .regex(/^[^\r\n<>]*$/, 'a name of one line'),
  stage: z.enum(['dev', 'prod']),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region such as us-east-1'),
  site: z.strictObject({
    url: z.union([
      z.literal(''),
      z
        .string()
        .regex(/^https?:\/\/[^\s/]+(\/[^\s]*[^\s/])?$/, 'an address such as https://news.example.org'),
    ]),
    operatorTokenHash: z
      .string()
      .regex(/^([0-9a-f]{64})?$/, 'the hash that `npm run vigia -- operator-token` prints, or nothing'),
  }),
  mail: z.strictObject({
    from: address,
    domain: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain such as example.org'),
    unsubscribe: address,
    operator: address,
    operatorLanguage: z.enum(['es', 'en', 'pt']),
    operatorTimeZone: z
      .string()
      .refine(
        (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
        'a time zone such as America/Lima',
      ),
  }),
  feeds: z
    .strictObject({
      lists: z.array(z.string().regex(/^[a-z0-9-]+$/, 'names of OPML files without ".opml"')).min(1),
      fastest: minutes(1),
      slowest: minutes(10),
      firstReadDays: z.number().int().min(1).max(60),
      shards: z.number().int().min(1).max(64),
    })
    .refine((feeds) => feeds.fastest <= feeds.slowest, {
      path: ['slowest'],
      message: 'at least feeds.fastest',
    }),
  alerts: z.strictObject({
    newsHours: z.number().int().min(1).max(720),
    instantPerHour: z.number().int().min(1).max(1000),
  }),
});

/** One installation's settings, as documented in `settings.yaml`. */
export type Settings = z.infer<typeof schema>;

export class SettingsError extends Error {
  override name = 'SettingsError';
}

const show = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value)?.slice(0, 80));

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((v, key) => (v as Record<PropertyKey, unknown> | undefined)?.[key], value);

/** Reads and checks settings; throws {@link SettingsError} whose one line names file, key, what was found and what is expected. */
export function readSettings(text: string, file = 'settings.yaml'): Settings {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new SettingsError(`${file}: not readable as YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  if (issue.code === 'unrecognized_keys') {
    const key = [...issue.path, issue.keys[0]!].join('.');
    throw new SettingsError(`${file}: ${key}: unknown setting; remove it or correct its name`);
  }
  const key = issue.path.join('.') || '(the whole file)';
  const expected = issue.message
    .replace(/^Invalid (input|option): /, '')
    .replace(/^expected /, '')
    .replace(/, received .*$/, '');
  throw new SettingsError(`${file}: ${key}: found ${show(at(value, issue.path))}, expected ${expected}`);
}

export function loadSettings(file: string): Settings {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new SettingsError(`${file}: no such file; copy settings.yaml from the repository and edit it`);
  }
  return readSettings(text, file);
}
