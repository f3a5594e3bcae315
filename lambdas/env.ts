import type { Settings } from '../src/settings';

/**
 * The environment of each door, by name. The stack must set exactly these (a forgotten or surplus one is a compile
 * error there); the door reads exactly these.
 */
export const ENVIRONMENT = {
  poll: ['SETTINGS', 'NEWS_TABLE', 'LISTS_FOLDER'],
  alert: ['SETTINGS', 'NEWS_TABLE', 'ALERTS_TABLE'],
  send: ['SETTINGS', 'NEWS_TABLE', 'ALERTS_TABLE', 'PEOPLE_TABLE', 'SITE_URL', 'CONFIGURATION_SET'],
  receipts: ['SETTINGS', 'ALERTS_TABLE', 'PEOPLE_TABLE'],
  site: ['SETTINGS', 'NEWS_TABLE', 'ALERTS_TABLE', 'PEOPLE_TABLE'],
} as const satisfies Record<string, readonly ['SETTINGS', ...string[]]>;

export type Door = keyof typeof ENVIRONMENT;
export const DOORS = Object.keys(ENVIRONMENT) as Door[];

export type Environment<D extends Door> = Readonly<
  Record<'SETTINGS' | (typeof ENVIRONMENT)[D][number], string>
>;

/** Reads a door's environment; throws naming the variable that is missing. */
export function readEnvironment<D extends Door>(
  door: D,
  source: Readonly<Record<string, string | undefined>> = process.env,
): Environment<D> {
  const names: readonly string[] = ENVIRONMENT[door];
  const entries = names.map((name) => {
    const value = source[name];
    if (value === undefined)
      throw new Error(
        `${door}: environment variable ${name} is not set; the stack sets it, and so does the local engine`,
      );
    return [name, value];
  });
  return Object.fromEntries(entries) as Environment<D>;
}

/** The settings, which were checked when the stack (or the local engine) was made: no door carries the checker. */
export const settingsIn = ({ SETTINGS }: { readonly SETTINGS: string }): Settings =>
  JSON.parse(SETTINGS) as Settings;
