import aboutness from './kinds/aboutness.json';
import { compileTopic, type CompiledTopic } from './kinds/compile';
import classes from './kinds/classes.json';
import gates from './kinds/gates.json';
import rules from './kinds/rules.json';
import { PRISON_CONCEPTS } from './lexicon/prison-lexicon';
import { KINDS, THEMES, type Kind, type Theme } from './reading';
import type { Rule, Topic } from './topic';

/** The built-in topic: prison reform and the delegations that study it. */
export const PRISON_TOPIC: Topic<Kind | Theme> = {
  id: 'prisons',
  kinds: [...KINDS, ...THEMES],
  lexicon: PRISON_CONCEPTS,
  classes,
  rules: rules as readonly Rule<Kind | Theme>[],
  gates,
  aboutness,
};

let compiled: CompiledTopic<Kind | Theme> | undefined;

/** The built-in topic's rules, compiled when first asked for. */
export const prisonTopic = (): CompiledTopic<Kind | Theme> => (compiled ??= compileTopic(PRISON_TOPIC));
