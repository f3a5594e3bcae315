import type { Block, Inline, Letter } from './blocks';

const INK = '#1f2328';
const QUIET = '#57606a';
const LINK = '#0b57a4';

/** Styles are inline, because some programs drop the style sheet; the sheet only adds dark colours and phones. */
const STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
a{text-decoration:underline}
@media (prefers-color-scheme:dark){
.page{background:#15181c!important}.card{background:#1f2429!important}
.ink{color:#e8eaed!important}.quiet{color:#b3bac2!important}
a{color:#8ab8ff!important}.button,.button a{background:#8ab8ff!important;color:#10151b!important}
.quote{border-color:#8ab8ff!important;background:#262c33!important}.rule{border-color:#444c56!important}}
@media (max-width:480px){.card,.foot{padding:20px 16px!important}.label{display:block!important;width:auto!important;padding-bottom:0!important}.value{display:block!important}}
`.trim();

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML: markup characters escaped, control characters gone. */
export const escapeHtml = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are what must not get through
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ').replace(/[&<>"']/g, (c) => ENTITIES[c]!);

/** Addresses of the web only: a feed's `javascript:` link never becomes a link. */
const address = (href: string) => (/^(https?:|mailto:)/i.test(href) ? escapeHtml(href) : '#');
const lang = (value: string | undefined) => (value ? ` lang="${escapeHtml(value)}"` : '');

function inline(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return escapeHtml(part);
      const text = part.strong ? `<strong>${escapeHtml(part.text)}</strong>` : escapeHtml(part.text);
      if (part.href)
        return `<a href="${address(part.href)}"${lang(part.lang)} style="color:${LINK}">${text}</a>`;
      return part.lang ? `<span${lang(part.lang)}>${text}</span>` : text;
    })
    .join('');
}

function write(block: Block): string {
  switch (block.block) {
    case 'heading': {
      const size = block.level === 1 ? 'font-size:24px;line-height:31px' : 'font-size:19px;line-height:26px';
      const text = block.href
        ? `<a href="${address(block.href)}" style="color:${LINK}">${escapeHtml(block.text)}</a>`
        : escapeHtml(block.text);
      return `<h${block.level}${lang(block.lang)} style="margin:0 0 10px;${size}">${text}</h${block.level}>`;
    }
    case 'paragraph':
      return block.small
        ? `<p class="quiet" style="margin:0 0 16px;color:${QUIET}">${inline(block.text)}</p>`
        : `<p style="margin:0 0 16px">${inline(block.text)}</p>`;
    case 'facts':
      return `<table style="border-collapse:collapse;margin:0 0 16px;font:inherit;color:inherit">${block.facts.map(fact).join('')}</table>`;
    case 'quote':
      return (
        `<blockquote class="quote" style="margin:0 0 16px;padding:10px 14px;border-left:4px solid ${LINK};background:#eef3f9">` +
        `<p${lang(block.lang)} style="margin:0 0 4px">${escapeHtml(block.text)}</p>` +
        `<p class="quiet" style="margin:0;color:${QUIET}">${inline(block.source)}</p></blockquote>`
      );
    case 'list':
      return `<ul style="margin:0 0 16px;padding:0 0 0 22px">${block.items
        .map((item) => `<li style="margin:0 0 6px">${inline(item)}</li>`)
        .join('')}</ul>`;
    case 'links':
      return `<p class="quiet" style="margin:0 0 22px;color:${QUIET}">${block.links.map(link).join(' · ')}</p>`;
    case 'button':
      return (
        `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px"><tr>` +
        `<td class="button" style="border-radius:6px;background:${LINK};padding:13px 22px"><a href="${address(block.href)}" ` +
        `style="color:#ffffff;font-weight:bold;text-decoration:none">${escapeHtml(block.text)}</a></td></tr></table>`
      );
    case 'rule':
      return '<hr class="rule" style="border:0;border-top:1px solid #d0d7de;margin:4px 0 20px">';
  }
}

const link = ({ text, href }: { text: string; href: string }) =>
  `<a href="${address(href)}" style="color:${LINK}">${escapeHtml(text)}</a>`;

const fact = ([label, value]: readonly [string, Inline[]]) =>
  `<tr><th scope="row" class="label quiet" style="text-align:left;vertical-align:top;font-weight:normal;padding:0 16px 4px 0;color:${QUIET}">${escapeHtml(label)}</th>` +
  `<td class="value" style="vertical-align:top;padding:0 0 4px">${inline(value)}</td></tr>`;

const FONT = `font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere`;

/** The HTML part: one column, real text, no pictures; readable without its style sheet and in the dark. */
export function toHtml(letter: Letter): string {
  const preview = `<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(letter.preview)}</div>`;
  return (
    `<!DOCTYPE html><html lang="${escapeHtml(letter.lang)}" dir="ltr"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">' +
    `<title>${escapeHtml(letter.subject)}</title><style>${STYLE}</style></head>` +
    `<body class="page" style="margin:0;padding:0;background:#f3f4f6">${preview}` +
    '<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f4f6"><tr><td align="center" style="padding:16px 8px">' +
    '<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0"><tr><td><![endif]-->' +
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:640px"><tr><td class="card ink" align="left" style="background:#ffffff;border-radius:8px;padding:28px 32px;font-size:17px;line-height:25px;color:${INK};${FONT}">` +
    `${letter.blocks.map(write).join('\n')}\n</td></tr><tr><td class="quiet foot" align="left" style="padding:20px 32px;font-size:16px;line-height:24px;color:${QUIET};${FONT}">` +
    `${letter.footer.map(write).join('\n')}\n</td></tr></table>` +
    '<!--[if mso]></td></tr></table><![endif]--></td></tr></table></body></html>\n'
  );
}
