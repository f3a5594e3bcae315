import { topicReader } from '../meaning/topic-reader';
import type { Topic } from '../meaning/topic';
import { type ClassifyInput, textOf } from './classify';

/** What a topic of one's own says of a story. */
export interface TopicPrediction {
  readonly id: string;
  readonly relevant: boolean;
  /** Strongest first. */
  readonly kinds: readonly string[];
  readonly lang: string;
  /** The strongest rule of each kind, with the sentence in which it fired. */
  readonly why: readonly { readonly kind: string; readonly rule: string; readonly sentence: string }[];
}

/** Reads stories by a topic given as data. Throws what `topicReader` throws when the data does not hold together. */
export function classifyByTopic(inputs: readonly ClassifyInput[], topic: Topic): TopicPrediction[] {
  const read = topicReader(topic);
  return inputs.map((input) => {
    const text = textOf(input);
    const { relevant, kinds, lang } = read(text);
    const why = kinds.flatMap(({ kind, reasons: [first] }) =>
      first ? [{ kind, rule: first.rule, sentence: sliceOf(text, first.sentence) }] : [],
    );
    return { id: input.id, relevant, kinds: kinds.map(({ kind }) => kind), lang, why };
  });
}

const sliceOf = (
  text: ReturnType<typeof textOf>,
  { zone, start, end }: { zone: 'title' | 'summary' | 'body'; start: number; end: number },
): string => text[zone].slice(start, end).trim();
