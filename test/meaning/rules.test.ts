import { analyseStory } from '../../src/meaning/read';
import { compileTopic, UnknownConcept } from '../../src/meaning/kinds/compile';
import { scoreKinds } from '../../src/meaning/kinds/decide';
import ruleExamples from './rule-examples.json';
import { PRISON_TOPIC, prisonTopic } from '../../src/meaning/prison-topic';

const fired = (sentence: string): Set<string> => {
  const story = { title: sentence, summary: '', body: '', published: null };
  const { kinds } = scoreKinds(analyseStory(story), prisonTopic());
  return new Set(kinds.flatMap(({ reasons }) => reasons.map(({ rule }) => rule)));
};

const examples: Readonly<Record<string, { readonly catches: string; readonly ignores: string }>> =
  ruleExamples;

test.each(PRISON_TOPIC.rules.map(({ name }) => name))(
  'rule %s catches its example and leaves the other alone',
  (name) => {
    const { catches, ignores } = examples[name] ?? { catches: '', ignores: '' };
    expect([...fired(catches)]).toContain(name);
    expect([...fired(ignores)]).not.toContain(name);
  },
);

test('rule names are unique', () => {
  const names = PRISON_TOPIC.rules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('a rule that speaks of an unknown concept is refused by name', () => {
  const rule = { ...PRISON_TOPIC.rules[0]!, name: 'odd', all: ['NO.such'] };
  expect(() => compileTopic({ ...PRISON_TOPIC, rules: [rule] })).toThrow(UnknownConcept);
  expect(() => compileTopic({ ...PRISON_TOPIC, rules: [rule] })).toThrow(/odd.*NO\.such/);
});
