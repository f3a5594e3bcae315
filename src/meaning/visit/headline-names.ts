import { tokenSpan, isOf } from '../analysed';
import { Family } from '../concepts';
import type { Official, Span } from '../reading';
import { foldedAt, tokenAt } from '../tokens';
import { OF } from './grammar';
import { findNameRuns, type NameRun } from './name-runs';
import { ON_THE_SPOT } from './acts';
import type { Scene } from './scene';
import { isTitleCase } from './title-case';

const GOES: ReadonlySet<string> = new Set([
  ...ON_THE_SPOT,
  'ACT.travel',
  'ACT.arrive',
  'ACT.study',
  'ACT.return',
]);
const AND = new Set('y e et and'.split(' '));
/** "Zelaya visita …", "Zelaya y Duarte recorren …", "la visita de Zelaya a …": the surname of the one who goes. */
function goes(run: NameRun, runs: readonly NameRun[], { acts, sentence }: Scene): boolean {
  return acts.some((act) => {
    if (act.quoted || !GOES.has(act.id)) return false;
    if (act.tense === 'noun') return act.to === run.from - 1 && OF.has(foldedAt(sentence.tokens, act.to));
    const { tokens } = sentence;
    const gap = (tokens[run.to]?.start ?? 0) - (tokenAt(tokens, run.to - 1)?.end ?? 0);
    if (gap > 1) return false;
    if (act.from === run.to) return true;
    const second = runs.find(
      ({ from, to }) => from === run.to + 1 && to === act.from && AND.has(foldedAt(sentence.tokens, run.to)),
    );
    return second !== undefined;
  });
}

/** The office without a name with which the summary opens: that of the one whom the headline calls by surname. */
function officeInSummary(scenes: readonly Scene[], text: string): string {
  const opening = scenes.find(
    ({ sentence }) => sentence.zone === 'summary' && sentence.position === 0,
  )?.sentence;
  const office = opening?.hits.find((hit) => isOf(hit, Family.Office) && hit.from <= 1);
  if (opening === undefined || office === undefined) return '';
  const { start, end } = tokenSpan(opening, office.from, office.to);
  return text.slice(start, end);
}

/**
 * Those whom a headline calls by bare surname while nothing else in the story names them: for stories of which only
 * title and summary are known.
 */
export function headlineNames(
  scenes: readonly Scene[],
  texts: Readonly<Record<string, string>>,
): { readonly value: readonly Official[]; readonly spans: readonly Span[] } {
  const title = scenes.find(({ sentence }) => sentence.zone === 'title');
  if (title === undefined || isTitleCase(title.sentence)) return { value: [], spans: [] };
  const runs = findNameRuns(title.sentence, texts['title'] ?? '').filter(({ from, to }) => to - from === 1);
  const named = runs.filter(
    (run, at) =>
      goes(run, runs, title) ||
      (at > 0 &&
        goes(runs[at - 1] as NameRun, runs, title) &&
        AND.has(foldedAt(title.sentence.tokens, run.from - 1))),
  );
  const role = named.length === 1 ? officeInSummary(scenes, texts['summary'] ?? '') : '';
  return {
    value: named.map(({ name }) => ({ name, role })),
    spans: named.map(({ from, to }) => tokenSpan(title.sentence, from, to)),
  };
}
