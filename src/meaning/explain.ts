import { countryName } from './gazetteer/countries';
import type words from './explain/words.json';
import { fill } from './fill';
import { scoreKinds } from './kinds/decide';
import { SECOND_OPINION } from './kinds/verdict';
import { compiled } from './language-data';
import { prisonTopic } from './prison-topic';
import { analyseStory } from './read';
import type { Explanation, Statement } from './explanation';
import {
  KINDS,
  type Kind,
  type Language,
  type Party,
  type Reading,
  type Reason,
  type Span,
  type StoryText,
  type Visit,
} from './reading';

/** Reasons shown for one kind; the others weighed less. */
const SHOWN = 3;

type Words = (typeof words)['en'];

const wordsAt = (story: StoryText, spans: readonly Span[]): string[] => [
  ...new Set(
    [...spans].sort((a, b) => a.start - b.start).map(({ zone, start, end }) => story[zone].slice(start, end)),
  ),
];

const quoted = (list: readonly string[]): string => list.map((word) => `“${word}”`).join(', ');

function statement(story: StoryText, text: string, sentence: Span | null, spans: readonly Span[]): Statement {
  return { text, sentence, spans, words: wordsAt(story, spans) };
}

function because(story: StoryText, reason: Reason, say: Words): Statement {
  const place = say.zones[reason.sentence.zone];
  const found = wordsAt(story, reason.evidence);
  const opinion = reason.rule === SECOND_OPINION;
  const text = fill(opinion ? say.opinion : found.length > 0 ? say.because : say.wordless, {
    place,
    words: quoted(found),
    rule: reason.rule.replaceAll('-', ' '),
    points: String(Math.round(reason.points * 10) / 10),
    percent: String(Math.round(100 / (1 + Math.exp(-reason.points)))),
  });
  return statement(story, text, reason.sentence, reason.evidence);
}

const partyName = (party: Party, lang: Language, say: Words): string => {
  const bodies: Readonly<Record<string, string>> = say.bodies;
  return bodies[party] ?? (/^[A-Z]{2}$/.test(party) ? countryName(party, lang) : party);
};

function visitStatements(story: StoryText, visit: Visit, lang: Language, say: Words): Statement[] {
  const values: Readonly<Record<string, string>> = {
    visitors: visit.visitors.map((party) => partyName(party, lang, say)).join(', ') || say.unknown,
    host: visit.host === 'unknown' ? say.unknown : partyName(visit.host, lang, say),
    facility: visit.facility ?? '',
    officials: visit.officials.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', '),
    status: say.statuses[visit.status],
    date: visit.endDate ? `${visit.date} – ${visit.endDate}` : (visit.date ?? ''),
  };
  const slots: Readonly<Record<string, string>> = say.slots;
  return Object.entries(slots)
    .filter(([slot]) => values[slot] !== '')
    .map(([slot, label]) => statement(story, `${label}: ${values[slot]}`, null, visit.evidence[slot] ?? []));
}

/** For a story of no kind: the two kinds it came nearest to and what each of them lacks. */
function missing(story: StoryText, say: Words): Statement[] {
  const topic = prisonTopic();
  const { kinds, about } = scoreKinds(analyseStory(story), topic);
  const isKind = (kind: string): kind is Kind => KINDS.some((known) => known === kind);
  const near = kinds.filter(({ kind, score }) => isKind(kind) && score > 0).slice(0, 2);
  if (near.length === 0) return [statement(story, about > 0 ? say.onlyMention : say.nothing, null, [])];
  return near.map(({ kind, score, closed, reasons }) => {
    const lack = closed === null ? say.tooWeak : say.closed[closed];
    const text = fill(say.near, {
      kind: isKind(kind) ? say.kinds[kind] : kind,
      score: String(Math.round(score * 10) / 10),
      cut: String(topic.topic.gates[kind].cut),
      lack,
    });
    return statement(story, text, reasons[0]?.sentence ?? null, reasons[0]?.evidence ?? []);
  });
}

/** Says in words of `lang` why a story is or is not relevant, which kinds and slots were read, and from which places. */
export function explain(story: StoryText, reading: Reading, lang: Language): Explanation {
  const say: Words = compiled<typeof words>('explain')[lang];
  const names = reading.kinds.map(({ kind }) => say.kinds[kind]);
  const verdict =
    reading.lang === 'other'
      ? say.otherLanguage
      : fill(reading.relevant ? say.relevant : say.irrelevant, { kinds: names.join(', ') });
  return {
    lang,
    verdict,
    kinds: reading.kinds.map(({ kind, reasons }) => ({
      kind,
      name: say.kinds[kind],
      statements: reasons.slice(0, SHOWN).map((reason) => because(story, reason, say)),
    })),
    visit: reading.visit ? visitStatements(story, reading.visit, lang, say) : [],
    missing: reading.relevant || reading.lang === 'other' ? [] : missing(story, say),
  };
}
