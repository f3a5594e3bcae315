import * as z from 'zod';
import { FREQUENCIES, MAIL_LANGUAGES } from './subscription';

const hour = z.coerce.number().int().min(0).max(23);

function isTimeZone(name: string): boolean {
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    return known !== '' && /^[A-Za-z][A-Za-z0-9_+/-]{1,60}$/.test(name);
  } catch {
    return false;
  }
}

const schema = z.object({
  query: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .regex(/^\P{C}*$/u),
  frequency: z.enum(FREQUENCIES),
  timeZone: z.string().refine(isTimeZone),
  hour,
  weekday: z.coerce.number().int().min(1).max(7),
  quietHours: z
    .object({ from: hour, to: hour })
    .nullable()
    .transform((quiet) => (quiet && quiet.from !== quiet.to ? quiet : null)),
  updates: z.boolean(),
  language: z.enum(MAIL_LANGUAGES),
});

/** What a person chooses for one subscription. */
export type Choices = z.infer<typeof schema>;
export type ChoiceField = keyof Choices;

/** A choice that cannot be used; `field` names it, pages say it in words. */
export class ChoiceRefused extends Error {
  override name = 'ChoiceRefused';
  constructor(readonly field: ChoiceField) {
    super(`choice refused: ${field}`);
  }
}

/** Checks choices from a form or from JSON; throws {@link ChoiceRefused} for the first that cannot be used. */
export function readChoices(raw: Readonly<Record<string, unknown>>): Choices {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw new ChoiceRefused(result.error.issues[0]!.path[0] as ChoiceField);
}
