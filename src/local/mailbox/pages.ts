import PostalMime, { type Email } from 'postal-mime';
import { escapeHtml } from '../../mail/to-html';
import type { AcceptedMail } from './fake-ses';

const STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--quiet:#57606a;--line:#d0d7de;--page:#fff;--link:#0b57a4}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--quiet:#b3bac2;--line:#444c56;--page:#15181c;--link:#8ab8ff}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--page);max-width:60rem;margin:2rem auto;padding:0 1rem}
a{color:var(--link)}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);vertical-align:top}
th{color:var(--quiet);font-weight:normal}td{overflow-wrap:anywhere}pre{white-space:pre-wrap;overflow-wrap:anywhere}
iframe{width:100%;height:70vh;border:1px solid var(--line);background:var(--page)}
`;

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
  `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;

const parse = (mail: AcceptedMail): Promise<Email> => PostalMime.parse(mail.raw);

/** All mails, newest first. */
export async function listPage(mails: readonly AcceptedMail[]): Promise<string> {
  const rows = await Promise.all(
    [...mails].reverse().map(async (mail) => {
      const { subject = '' } = await parse(mail);
      return (
        `<tr><td>${mail.at.toISOString().slice(0, 16).replace('T', ' ')}</td><td>${escapeHtml(mail.to.join(', '))}</td>` +
        `<td><a href="/mails/${mail.id}">${escapeHtml(subject || '(no subject)')}</a></td></tr>`
      );
    }),
  );
  const table = `<table><thead><tr><th>Sent (UTC)</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const empty = '<p>No mail yet. This page shows what the local machine sent; nothing leaves it.</p>';
  return page('Mailbox', `<h1>Mailbox</h1>${mails.length ? table : empty}`);
}

/** One mail: headers, text part and, in a frame that may run nothing, the HTML part. */
export async function mailPage(mail: AcceptedMail): Promise<string> {
  const { subject = '', text = '', headers } = await parse(mail);
  const shown = headers.map(
    ({ originalKey, value }) =>
      `<tr><th scope="row">${escapeHtml(originalKey)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return page(
    subject,
    `<p><a href="/">All mails</a></p><h1>${escapeHtml(subject)}</h1>` +
      `<p>To ${escapeHtml(mail.to.join(', '))} · <a href="/mails/${mail.id}/raw">source</a> · <a href="/mails/${mail.id}/html">HTML part alone</a></p>` +
      `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${mail.id}/html" title="HTML part"></iframe>` +
      `<h2>Text part</h2><pre>${escapeHtml(text)}</pre><h2>Headers</h2><table>${shown.join('')}</table>`,
  );
}

/** The HTML part as it came, its links opening outside the frame. */
export async function htmlPart(mail: AcceptedMail): Promise<string> {
  const { html = '' } = await parse(mail);
  return html.replace('<head>', '<head><base target="_blank">');
}
