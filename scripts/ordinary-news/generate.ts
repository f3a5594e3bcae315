import { type Frame, LANGS, type Lang, type Writing, writing } from './data';
import { filler } from './fill';
import { deck, type Random, random } from './random';

export interface NewsItem {
  readonly id: string;
  readonly lang: Lang;
  readonly outlet: string;
  /** ISO 8601 instant; later for every item than for the one before. */
  readonly published: string;
  readonly title: string;
  readonly summary: string;
  /** The article of 60 to 150 words that a third of the feeds carry; empty otherwise. */
  readonly text: string;
}

const START = Date.UTC(2026, 2, 2, 5);
const PERCENT: Record<Lang, number> = { es: 60, en: 18, pt: 15, fr: 7 };
/** Items with the topic's words and another meaning, of 1,000 that are not written by hand. */
const HARD_PER_MILLE = 98;
/** The items written by hand are spread over this many. */
const ROUND = 5000;
const MOST_WORDS = 150;

const words = (text: string) => text.split(/\s+/).filter(Boolean).length;

function langOf(rng: Random): Lang {
  let left = rng.below(100);
  return LANGS.find((lang) => (left -= PERCENT[lang]) < 0)!;
}

/** The lead, which tells the news again, then sentences of the item and of its section, until it is as long as this article is to be. */
function article(lead: string, sentences: Iterable<string>, least: number): string {
  let text = lead;
  for (const sentence of sentences) {
    if (words(text) >= least) break;
    if (words(`${text} ${sentence}`) <= MOST_WORDS) text += ` ${sentence}`;
  }
  return text;
}

/**
 * A stream of ordinary news, none of it about prison policy, visits to prisons or what happens in them. Equal for equal
 * arguments on every machine. Throws when the frames cannot give that many different titles.
 */
export function ordinaryNews(count: number, seed = 1): NewsItem[] {
  const rng = random(seed);
  const written = Object.fromEntries(LANGS.map((lang) => [lang, writing(lang)])) as Record<Lang, Writing>;
  const decks = (of: (writing: Writing) => readonly Frame[]) =>
    Object.fromEntries(LANGS.map((lang) => [lang, deck(of(written[lang]), rng)])) as Record<
      Lang,
      () => Frame
    >;
  const [plain, hard] = [decks(({ plain }) => plain), decks(({ hard }) => hard)];
  const items = rng.shuffled(LANGS.flatMap((lang) => written[lang].items.map((frame) => ({ lang, frame }))));
  const gap = ROUND / items.length;
  const titles = new Set<string>();
  const news: NewsItem[] = [];
  let at = START;

  const make = (lang: Lang, frame: Frame): NewsItem | undefined => {
    const { slots, bodies } = written[lang];
    const fill = filler({ lang, slots, rng, at });
    const [title, summary] = [fill(frame.title), fill(frame.summary)];
    if (titles.has(title)) return undefined;
    const section = bodies.get(frame.section);
    if (!section) throw new Error(`bodies/${lang}.txt has no section "${frame.section}"`);
    const sentences = [...frame.rest, ...rng.shuffled(section)].map((sentence, place) =>
      fill(sentence, ` ${place}`),
    );
    const lead = `${title}${/[.?!]$/.test(title) ? '' : '.'} ${summary}`;
    const text = rng.below(3) === 0 ? article(lead, sentences, 64 + rng.below(50)) : '';
    const outlet = filler({ lang, slots, rng, at })('{outlet}');
    return {
      id: `ordinary-${String(news.length + 1).padStart(5, '0')}`,
      lang,
      outlet,
      published: new Date(at).toISOString(),
      title,
      summary,
      text,
    };
  };

  const fromFrames = (): NewsItem => {
    const lang = langOf(rng);
    const deal = (rng.below(1000) < HARD_PER_MILLE ? hard : plain)[lang];
    for (let tries = 0; tries < 200; tries += 1) {
      const item = make(lang, deal());
      if (item) return item;
    }
    throw new Error(`the frames in ${lang} give no new title after ${news.length} items: write more frames`);
  };

  let byHand = 0;
  while (news.length < count) {
    const due = byHand < items.length && news.length >= Math.floor((byHand + 0.5) * gap);
    const chosen = due ? items[byHand++] : undefined;
    const item = (chosen && make(chosen.lang, chosen.frame)) ?? fromFrames();
    titles.add(item.title);
    news.push(item);
    at += 1000 * (20 + rng.below(70));
  }
  return news;
}
