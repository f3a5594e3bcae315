import { Parser } from 'htmlparser2';
import { blockElements } from '../feeds/html-elements';

const invisible = /[^\P{Cc}\s]|\p{Cf}/gu;

/** The paragraphs of clean HTML, white space folded. */
export function paragraphsOf(html: string): string[] {
  const paragraphs: string[] = [];
  let text = '';
  const end = () => {
    const folded = text.replace(invisible, '').replace(/\s+/g, ' ').trim();
    if (folded !== '') paragraphs.push(folded);
    text = '';
  };
  const parser = new Parser({
    onopentag: (name) => void (blockElements.has(name) && end()),
    ontext: (piece) => void (text += piece),
    onclosetag: (name) => void (blockElements.has(name) && end()),
  });
  parser.end(html);
  end();
  return paragraphs;
}
