import { headersOf } from './mailbox/ses-events';
import PostalMime from 'postal-mime';
import type { Engine } from './engine';
import type { SteeredClock } from './steered-clock';

interface DemoSubscriber {
  readonly email: string;
  readonly query: string;
  readonly language: 'es' | 'en' | 'pt';
  readonly timeZone: string;
  readonly frequency: 'instant' | 'daily';
}

/** Who listens while saved feeds play: the two questions the product began with, and a few others. */
export const DEMO_SUBSCRIBERS: readonly DemoSubscriber[] = [
  { email: 'ana@redaccion.example', query: 'CECOT visit', language: 'en', timeZone: 'America/Guayaquil', frequency: 'instant' },
  { email: 'luis@observatorio.example', query: 'delegation to El Salvador prisons', language: 'es', timeZone: 'America/Lima', frequency: 'instant' },
  { email: 'bia@jornal.example', query: 'transferência de presos', language: 'pt', timeZone: 'America/Sao_Paulo', frequency: 'instant' },
  { email: 'ruth@ngo.example', query: 'prison reform', language: 'en', timeZone: 'America/Jamaica', frequency: 'daily' },
]; // prettier-ignore

/** A person takes a while to fill in a form; faster ones are taken for machines. */
const FILL_MS = 8000;

export class DemoFailed extends Error {
  override name = 'DemoFailed';
}

const post = (engine: Engine, path: string, fields: Record<string, string>) =>
  engine.site.request(
    path,
    {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    { ip: '127.0.0.1' },
  );

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ??
  new RegExp(`value="([^"]*)"[^>]*name="${name}"`).exec(html)?.[1] ??
  '';

/** Path of the first link of a kind in the newest mail to an address; null when there is none. */
export async function linkInMail(engine: Engine, address: string, kind: string): Promise<string | null> {
  for (const mail of engine.mailbox.mails().toReversed()) {
    const to = headersOf(mail.raw).find(({ name }) => name.toLowerCase() === 'to')?.value ?? '';
    if (!to.includes(address)) continue;
    const { text = '' } = await PostalMime.parse(mail.raw);
    const link = new RegExp(`https?://\\S+?(/${kind}/\\S+)`).exec(text)?.[1];
    if (link) return link;
  }
  return null;
}

/** Signs the demo subscribers up as they would do it themselves: form, mail, button. Who has the mail already only presses the button. */
export async function signUpDemoSubscribers(engine: Engine, clock: SteeredClock): Promise<void> {
  for (const subscriber of DEMO_SUBSCRIBERS) {
    const link =
      (await linkInMail(engine, subscriber.email, 'confirm')) ??
      (await askForMail(engine, clock, subscriber));
    const page = await (await engine.site.request(link)).text();
    const boxes = [...page.matchAll(/name="(id-[^"]+)"/g)].map((match) => [match[1]!, 'yes'] as const);
    if (boxes.length) await post(engine, link, Object.fromEntries(boxes));
  }
  await engine.send();
  await engine.receipts();
}

/** Fills in the form; resolves to the confirm link of the mail that comes. */
async function askForMail(
  engine: Engine,
  clock: SteeredClock,
  { email, ...choices }: DemoSubscriber,
): Promise<string> {
  const form = await (await engine.site.request('/?lang=en')).text();
  clock.advanceTo(new Date(clock.now().getTime() + FILL_MS));
  const fields = { email, ...choices, hour: '7', weekday: '1', updates: 'yes', stamp: hidden(form, 'stamp') };
  const reply = await post(engine, '/subscribe', fields);
  if (reply.status !== 200) throw new DemoFailed(`signing up ${email}: the site answered ${reply.status}`);
  await engine.send();
  await engine.receipts();
  const link = await linkInMail(engine, email, 'confirm');
  if (!link) throw new DemoFailed(`signing up ${email}: no mail with a confirm link came`);
  return link;
}
