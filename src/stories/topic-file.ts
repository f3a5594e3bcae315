import * as z from 'zod';
import type { Topic } from '../meaning/topic';

const wording = z.strictObject({
  verbs: z.string().optional(),
  nouns: z.string().optional(),
  phrases: z.string().optional(),
  forms: z.string().optional(),
});

const schema = z
  .strictObject({
    id: z.string().min(1),
    kinds: z.array(z.string().min(1)).min(1),
    lexicon: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          consumes: z.string().optional(),
          es: wording.optional(),
          en: wording.optional(),
          pt: wording.optional(),
          fr: wording.optional(),
        }),
      )
      .min(1),
    classes: z.record(z.string(), z.string()).default({}),
    rules: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          kind: z.string(),
          points: z.number(),
          all: z.array(z.string().min(1)).min(1),
          none: z.string().min(1).optional(),
          within: z.number().int().positive().optional(),
          scope: z.enum(['sentence', 'lead']).optional(),
        }),
      )
      .min(1),
    gates: z.record(
      z.string(),
      z.strictObject({
        lead: z.string().min(1).optional(),
        foreign: z.boolean().optional(),
        cut: z.number(),
        yieldsTo: z.record(z.string(), z.number()).optional(),
      }),
    ),
    aboutness: z.strictObject({
      subject: z.string().min(1),
      against: z.string().min(1),
      mostAgainst: z.number(),
      least: z.number(),
      cut: z.number(),
      kinds: z.string().min(1),
    }),
  })
  .superRefine(({ kinds, rules, gates }, context) => {
    const wrong = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    for (const kind of kinds) if (!gates[kind]) wrong(['gates'], `has no gate for the kind "${kind}"`);
    rules.forEach(({ kind }, i) => {
      if (!kinds.includes(kind)) wrong(['rules', i, 'kind'], `"${kind}" is none of "kinds"`);
    });
  });

/** A topic's file that cannot be used; its one line names file, place and what is wrong. */
export class TopicUnusable extends Error {
  override name = 'TopicUnusable';
}

/** Reads a topic from JSON text. @throws TopicUnusable */
export function readTopic(text: string, file: string): Topic {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TopicUnusable(`${file}: not JSON (${(error as Error).message})`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  throw new TopicUnusable(`${file}: ${path.join('.') || 'the whole file'}: ${message}`);
}
