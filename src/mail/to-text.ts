import type { Block, Inline, Letter } from './blocks';

const WIDTH = 76;

/** Breaks at spaces so that lines stay within 76 characters; addresses are never broken. */
function wrap(text: string, first = '', next = first): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = lines.length ? next : first;
    let empty = true;
    for (const word of paragraph.split(' ')) {
      if (!empty && [...line].length + 1 + [...word].length > WIDTH) {
        lines.push(line);
        line = next;
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      empty = false;
    }
    lines.push(line);
  }
  return lines.join('\n');
}

/** Addresses stand on lines of their own, so that every mail program makes them links and none breaks them. */
const inline = (parts: readonly Inline[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : part.href ? `${part.text}\n${part.href}\n` : part.text))
    .join('')
    .replace(/\n[ .]*$/, '')
    .replace(/\n +/g, '\n');

const one = (text: string) => text.replace(/\s+/g, ' ').trim();

function write(block: Block): string {
  switch (block.block) {
    case 'heading': {
      const title = wrap(one(block.text));
      const line = '-'.repeat(Math.min(WIDTH, Math.max(...title.split('\n').map((row) => [...row].length))));
      return block.href ? `${title}\n${line}\n${block.href}` : `${title}\n${line}`;
    }
    case 'paragraph':
      return wrap(inline(block.text));
    case 'facts':
      return block.facts.map(([label, value]) => wrap(`${label}: ${inline(value)}`, '', '  ')).join('\n');
    case 'quote':
      return `${wrap(one(block.text), '> ')}\n${wrap(inline(block.source), '> -- ', '>    ')}`;
    case 'list':
      return block.items.map((item) => wrap(inline(item), '* ', '  ')).join('\n');
    case 'links':
      return block.links.map(({ text, href }) => `${wrap(one(text))}\n  ${href}`).join('\n');
    case 'button':
      return `${block.text}:\n${block.href}`;
    case 'rule':
      return '* * *';
  }
}

/** The text part: for screen readers, terminals, watches, and people who prefer it. */
export function toText(letter: Letter): string {
  const body = letter.blocks.map(write).join('\n\n');
  const footer = letter.footer.map(write).join('\n\n');
  return `${body}\n\n-- \n${footer}\n`;
}
