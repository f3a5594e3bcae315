import type { Hono } from 'hono';
import { AddressRefused, mailboxOf, normaliseAddress } from '../../subscriptions/address';
import { readChoices } from '../../subscriptions/choices';
import { signUp } from '../../subscriptions/sign-up';
import { type Rooms, type SiteEnv, ipOf, originOf } from '../context';
import { mailsPerWeek } from '../recent';
import { isMailLanguage } from '../speech';
import { troubleOf } from '../troubles';
import { previewOf } from './sign-up';

const DEFAULTS = {
  frequency: 'instant',
  timeZone: 'UTC',
  hour: 7,
  weekday: 1,
  quietHours: null,
  updates: true,
};

/** Sign-up and preview for programs. The same limits as the form, and always a proof of work. */
export function apiRoutes(site: Hono<SiteEnv>, rooms: Rooms): void {
  const { deps, gate } = rooms;

  site.get('/api/challenge', (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(gate.challenge());
  });

  site.get('/api/preview', async (c) => {
    try {
      const { reading, unknownWords, found } = await previewOf(rooms, c, c.req.query('q') ?? '');
      return c.json({ reading, unknownWords, mailsPerWeek: mailsPerWeek(found, 'instant'), events: found });
    } catch (error) {
      return c.json({ error: troubleOf(error, c.var.speech) }, 400);
    }
  });

  site.post('/api/subscriptions', async (c) => {
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
      return c.json({ error: { field: 'content-type', text: 'application/json' } }, 415);
    const body: unknown = await c.req.json().catch(() => null);
    if (typeof body !== 'object' || body === null)
      return c.json({ error: { field: 'body', text: 'a JSON object' } }, 400);
    const request = body as Record<string, unknown>;
    try {
      const language = isMailLanguage(request['language']) ? request['language'] : c.var.speech.lang;
      const choices = readChoices({ ...DEFAULTS, ...request, language });
      const query = deps.queries.parseQuery(choices.query);
      if (typeof request['address'] !== 'string') throw new AddressRefused('empty');
      const address = normaliseAddress(request['address']);
      const mailbox = deps.subscribers.nameOf(mailboxOf(address));
      const verdict = await gate.knock({ ip: ipOf(c), mailbox, proof: request['proof'], machine: true });
      if (verdict.verdict === 'closed')
        return c.json({ error: { field: 'rate', retryAfter: verdict.retryAfter } }, 429, {
          'Retry-After': String(verdict.retryAfter),
        });
      if (verdict.verdict === 'prove')
        return c.json(
          { error: { field: 'proof', text: '/api/challenge' }, challenge: gate.challenge() },
          403,
        );
      await signUp(deps, { address, choices, query, origin: originOf(c, '/api/subscriptions'), meant: true });
      return c.json(
        { status: 'check-mail', reading: deps.queries.describeQuery(query, choices.language) },
        202,
      );
    } catch (error) {
      return c.json({ error: troubleOf(error, c.var.speech) }, 400);
    }
  });
}
