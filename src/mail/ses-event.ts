import * as z from 'zod';

const mail = z.object({
  messageId: z.string().min(1),
  timestamp: z.string().optional(),
  tags: z.record(z.string(), z.array(z.string())).default({}),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});

const sesEvent = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Send'), mail }),
  z.object({ eventType: z.literal('Delivery'), mail }),
  z.object({ eventType: z.literal('DeliveryDelay'), mail }),
  z.object({
    eventType: z.literal('Reject'),
    mail,
    reject: z.object({ reason: z.string().default('') }).optional(),
  }),
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({ bounceType: z.string(), bounceSubType: z.string().default('') }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({
      complaintFeedbackType: z.string().nullish(),
      complaintSubType: z.string().nullish(),
    }),
  }),
]);

export type SesEvent = z.infer<typeof sesEvent>;

/** The JSON inside SNS notifications (as SNS, Lambda or a queue hands them on), however often it is wrapped. */
function unwrap(value: unknown, depth = 0): unknown {
  if (depth > 5) return value;
  if (typeof value === 'string') {
    try {
      return unwrap(JSON.parse(value), depth + 1);
    } catch {
      return value;
    }
  }
  if (typeof value !== 'object' || value === null) return value;
  const { Sns, Message, body, notificationType } = value as Record<string, unknown>;
  const inner = Sns ?? Message ?? body;
  if (inner !== undefined) return unwrap(inner, depth + 1);
  return notificationType === undefined ? value : { ...value, eventType: notificationType };
}

/** An event SES published about one of our mails; null when it is something else. */
export function readSesEvent(notification: unknown): SesEvent | null {
  const result = sesEvent.safeParse(unwrap(notification));
  return result.success ? result.data : null;
}

/** Key and attempt of the mail an event is about, from its tag or, failing that, its header. */
export function mailOf({ mail }: SesEvent): { mailKey: string; attempt: number } | null {
  const header = mail.headers.find(({ name }) => name.toLowerCase() === 'x-alert-key')?.value;
  const key = mail.tags['mail']?.[0] ?? header;
  return key === undefined ? null : { mailKey: key, attempt: Number(mail.tags['attempt']?.[0] ?? 1) || 1 };
}
