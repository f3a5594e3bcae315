import { compileTopic, type CompiledTopic } from './kinds/compile';
import { compiled as compiledData } from './language-data';
import { PRISON_CONCEPTS } from './lexicon/prison-lexicon';
import { KINDS, THEMES, type Kind, type Theme } from './reading';
import type { Topic } from './topic';

type PrisonTopic = Topic<Kind | Theme>;

/** The built-in topic: prison reform and the delegations that study it. Its rules are in the files under `kinds`. */
export const PRISON_TOPIC: PrisonTopic = {
  id: 'prisons',
  kinds: [...KINDS, ...THEMES],
  lexicon: PRISON_CONCEPTS,
  ...compiledData<Pick<PrisonTopic, 'classes' | 'rules' | 'gates' | 'aboutness'>>('topic'),
};

let compiled: CompiledTopic<Kind | Theme> | undefined;

/** The built-in topic's rules, compiled when first asked for. */
export const prisonTopic = (): CompiledTopic<Kind | Theme> => (compiled ??= compileTopic(PRISON_TOPIC));
