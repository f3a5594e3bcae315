import type { Hono } from 'hono';
import { mailboxOf, normaliseAddress } from '../../subscriptions/address';
import { readChoices } from '../../subscriptions/choices';
import { signUp } from '../../subscriptions/sign-up';
import { type Ctx, type Rooms, type SiteEnv, hrefIn, ipOf, originOf } from '../context';
import { type Fields, type FormValues, freshForm, rawChoices, readForm } from '../form-values';
import { notice, show } from '../layout';
import { type HomePage, type Preview, homePage, waitPage } from '../pages/home';
import { fill } from '../speech';
import { troubleOf } from '../troubles';

const LATEST = 8;

/** The text fields of a posted form; files and repeated fields are not taken. */
export async function fieldsOf(c: Ctx): Promise<Fields> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export function signUpRoutes(site: Hono<SiteEnv>, rooms: Rooms): void {
  const { deps, gate } = rooms;

  const showHome = async (c: Ctx, form: FormValues, more: Pick<HomePage, 'preview' | 'trouble'> = {}) => {
    const { speech, chosen } = c.var;
    const events = await deps.events.recent(LATEST);
    const to = (path: string) => hrefIn(speech, chosen, path);
    const guessZone = c.req.method === 'GET';
    const body = homePage({ speech, to, form, stamp: gate.formStamp(), guessZone, events, ...more });
    // A page with a form stamp or with what somebody typed is nobody else's.
    c.header('Cache-Control', 'no-store');
    const status = more.trouble ? 400 : 200;
    return show(c, deps.settings, {
      title: speech.words.home.title,
      body,
      status,
      script: true,
      feed: '/events.atom',
    });
  };

  const withPreview = async (c: Ctx, form: FormValues) => {
    let preview: Preview;
    try {
      preview = await previewOf(rooms, c, form.query);
    } catch (error) {
      return showHome(c, form, { trouble: troubleOf(error, c.var.speech) });
    }
    return showHome(c, form, { preview });
  };

  site.get('/', async (c) => {
    const query = (c.req.query('q') ?? '').slice(0, 300);
    const form = freshForm(c.var.speech.lang, query);
    return query ? withPreview(c, form) : showHome(c, form);
  });

  site.get('/preview', (c) => c.redirect(hrefIn(c.var.speech, c.var.chosen, '/')));
  site.get('/subscribe', (c) => c.redirect(hrefIn(c.var.speech, c.var.chosen, '/#subscribe')));
  site.post('/preview', async (c) => withPreview(c, readForm(await fieldsOf(c))));

  site.post('/subscribe', async (c) => {
    const fields = await fieldsOf(c);
    const form = readForm(fields);
    const { speech, chosen } = c.var;
    const { words } = speech;
    try {
      const choices = readChoices(rawChoices(form));
      const query = deps.queries.parseQuery(choices.query);
      const address = normaliseAddress(form.address);
      const mailbox = deps.subscribers.nameOf(mailboxOf(address));
      const knock = {
        ip: ipOf(c),
        mailbox,
        form: fields['stamp'],
        wait: fields['wait'],
        proof: fields['proof'],
      };
      const verdict = await gate.knock({ ...knock, machine: false });
      if (verdict.verdict === 'closed') return tooMany(c, rooms, verdict.retryAfter);
      if (verdict.verdict === 'prove') {
        const early = verdict.wait === fields['wait'];
        const action = hrefIn(speech, chosen, '/subscribe');
        const stamp = fields['stamp'] ?? '';
        const body = waitPage({
          speech,
          action,
          form,
          stamp,
          early,
          ...verdict,
          challenge: gate.challenge(),
        });
        return show(c, deps.settings, { title: words.wait.title, body, personal: true, script: true });
      }
      const meant = !fields['website'];
      await signUp(deps, { address, choices, query, origin: originOf(c, '/subscribe'), meant });
    } catch (error) {
      return showHome(c, form, { trouble: troubleOf(error, speech) });
    }
    const text = fill(words.sent.text, { sender: deps.settings.sender });
    const body = notice(words.sent.title, text, words.sent.spam);
    return show(c, deps.settings, { title: words.sent.title, body, personal: true });
  });
}

/** The reading of a query and what it would have found; throws what `parseQuery` throws. */
export async function previewOf({ deps, recent }: Rooms, c: Ctx, source: string): Promise<Preview> {
  const { query: typed } = readChoices({ ...rawChoices(freshForm(c.var.speech.lang)), query: source });
  const query = deps.queries.parseQuery(typed);
  return {
    reading: deps.queries.describeQuery(query, c.var.speech.lang),
    unknownWords: query.unknownWords,
    found: await recent.find(query),
  };
}

export function tooMany(c: Ctx, { deps }: Rooms, retryAfter: number): Response | Promise<Response> {
  const { errors } = c.var.speech.words;
  c.header('Retry-After', String(retryAfter));
  const body = notice(errors.tooMany, fill(errors.tooManyText, { n: Math.ceil(retryAfter / 60) }));
  return show(c, deps.settings, { title: errors.tooMany, body, status: 429, personal: true });
}
