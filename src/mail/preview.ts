import { NOTICES } from '../alerts/outbox-row';
import { MAIL_LANGUAGES, type MailLanguage } from '../subscriptions/subscription';
import type { Letter } from './blocks';
import { alertLetter } from './compose/alert';
import { digestLetter } from './compose/digest';
import { noticeLetter } from './compose/notice';
import { extraHeaders, type Sender } from './headers';
import { toMime } from './mime';
import {
  sampleAsked,
  sampleContext,
  sampleData,
  sampleDigest,
  sampleReader,
  sampleVisit,
  visit,
} from './samples';
import { toHtml } from './to-html';
import { toText } from './to-text';

export interface Preview {
  /** Kind and language, e.g. `alert.es`. */
  readonly name: string;
  readonly letter: Letter;
  readonly text: string;
  readonly html: string;
  readonly eml: Buffer;
}

/** Every kind of mail in every language, from sample data, as it would be sent by `sender`. */
export async function previews(sender: Sender, to = 'reader@example.org'): Promise<Preview[]> {
  const all: Preview[] = [];
  for (const language of MAIL_LANGUAGES)
    for (const [kind, letter] of letters(language)) {
      const [text, html] = [toText(letter), toHtml(letter)];
      const news = kind === 'alert' || kind === 'update' || kind.startsWith('digest');
      const [asked] = sampleAsked(language);
      const headers = extraHeaders(sender, {
        mailKey: Buffer.from(`person ${kind}`).toString('base64url'),
        kind: kind.split('-')[0]!,
        ...(news && {
          list: {
            id: asked!.subscription.queryHash,
            name: asked!.subscription.query,
            unsubscribe: asked!.unsubscribe,
          },
          thread: { eventId: visit.id, personId: 'person' },
        }),
      });
      const eml = await toMime({
        from: { name: sender.name, address: sender.address },
        to,
        subject: letter.subject,
        headers,
        text,
        html,
        date: sampleReader(language).now,
        messageId: `<${kind}.${language}@${sender.address.split('@')[1]}>`,
      });
      all.push({ name: `${kind}.${language}`, letter, text, html, eml });
    }
  return all;
}

function letters(language: MailLanguage): [kind: string, letter: Letter][] {
  const reader = sampleReader(language);
  const context = sampleContext(language);
  return [
    ['alert', alertLetter(sampleVisit(language), reader)],
    ['update', alertLetter(sampleVisit(language, true), reader)],
    ['digest-daily', digestLetter(sampleDigest(language), 'daily', reader)],
    ['digest-held', digestLetter(sampleDigest(language), 'held', reader)],
    ...NOTICES.map((kind): [string, Letter] => [kind, noticeLetter(kind, sampleData[kind], context)]),
  ];
}
