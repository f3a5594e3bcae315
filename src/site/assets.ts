import { createHash } from 'node:crypto';
import { SCRIPT } from './assets/script';
import { STYLE } from './assets/style';

const tag = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 10);

export const STYLE_PATH = `/assets/site.${tag(STYLE)}.css`;
export const SCRIPT_PATH = `/assets/site.${tag(SCRIPT)}.js`;

/** The mark: a lookout's beam. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5c6b"/><path d="M16 15 29 8v14z" fill="#ffd479"/><path d="M11 28l2-12h6l2 12z" fill="#fff"/><circle cx="16" cy="14" r="4" fill="#fff"/></svg>`;

/** Everything the pages load, by path: text and media type. Paths change with their content. */
export const ASSETS: Readonly<Record<string, { readonly text: string; readonly type: string }>> = {
  [STYLE_PATH]: { text: STYLE, type: 'text/css; charset=utf-8' },
  [SCRIPT_PATH]: { text: SCRIPT, type: 'text/javascript; charset=utf-8' },
  '/assets/icon.svg': { text: ICON, type: 'image/svg+xml' },
};
