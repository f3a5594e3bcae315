import type { Rule, Topic } from '../topic';
import { ConceptIndex } from './concept-set';
import { RuleTable } from './rule-table';

/** One of the groups of a rule, as bits. */
export interface Group {
  /** The concepts of which a sentence must hold one. */
  readonly any: Int32Array;
  /** The hits that show it: for OFFICE those of any portfolio. */
  readonly shown: Int32Array;
  /** It follows from several names at once and has no hit of its own. */
  readonly derived: boolean;
}

/** A rule made ready. */
export interface CompiledRule<K extends string = string> {
  readonly rule: Rule<K>;
  readonly groups: readonly Group[];
  readonly none: Int32Array | null;
}

export interface CompiledTopic<K extends string = string> {
  readonly topic: Topic<K>;
  readonly index: ConceptIndex;
  readonly rules: readonly CompiledRule<K>[];
  /** Of `rules`, by their place. */
  readonly table: RuleTable;
  readonly leadGates: ReadonlyMap<K, Int32Array>;
  readonly subject: Int32Array;
  readonly against: Int32Array;
}

export class UnknownConcept extends Error {
  constructor(
    readonly where: string,
    readonly id: string,
  ) {
    super(
      `${where}: no concept or class is called "${id}". Name one of the lexicon, the gazetteers or "classes".`,
    );
    this.name = 'UnknownConcept';
  }
}

/** Ids that gazetteers report, besides those of the lexicon, and those drawn from the story as a whole. */
export const NAME_CONCEPTS = [
  'COUNTRY',
  'DEMONYM',
  'LEADER',
  'FACILITY',
  'ORG',
  'OUTLET',
  'PERSON',
  ...'justice interior defence security prisons police legislature head foreign health education economy local judiciary other'
    .split(' ')
    .map((portfolio) => `OFFICE.${portfolio}`),
];

/** Finds the ids meant by "A B @CLASS FAMILY.*", blanks between alternatives. */
function idFinder(
  topic: Topic,
  known: ReadonlySet<string>,
): (text: string, where: string) => readonly string[] {
  const found = new Map<string, readonly string[]>();
  const find = (part: string, where: string): readonly string[] => {
    if (part.startsWith('@')) {
      const members = topic.classes[part.slice(1)];
      if (members === undefined) throw new UnknownConcept(where, part);
      return idsOf(members, where);
    }
    if (known.has(part)) return [part];
    const family = part.endsWith('.*') ? [...known].filter((id) => id.startsWith(part.slice(0, -1))) : [];
    if (family.length === 0) throw new UnknownConcept(where, part);
    return family;
  };
  const idsOf = (text: string, where: string): readonly string[] =>
    text
      .trim()
      .split(/\s+/)
      .flatMap((part) => {
        const ids = found.get(part) ?? find(part, where);
        found.set(part, ids);
        return ids;
      });
  return idsOf;
}

/** Countries that rules or gates speak of by code: `IN.SV`. */
const countriesNamed = ({ rules, gates, classes }: Topic): string[] =>
  JSON.stringify([rules, gates, classes]).match(/\bIN\.[A-Z]{2}\b/g) ?? [];

/** Prepares a topic's rules. Throws {@link UnknownConcept} naming the rule that speaks of an unknown concept. */
export function compileTopic<K extends string>(topic: Topic<K>): CompiledTopic<K> {
  const known = new Set([
    ...topic.lexicon.map(({ id }) => id),
    ...NAME_CONCEPTS,
    ...STORY_CONCEPTS,
    ...countriesNamed(topic),
  ]);
  const index = new ConceptIndex(known);
  const idsOf = idFinder(topic, known);
  const rules = topic.rules.map((rule): CompiledRule<K> => {
    const groups = rule.all.map((text): Group => {
      const ids = new Set(idsOf(text, `Rule ${rule.name}`));
      const derived = ids.has('TWO_COUNTRIES') || ids.has('FOREIGN_BODY');
      return { any: index.set(ids), shown: index.withOffices(ids), derived };
    });
    const none = rule.none === undefined ? null : idsOf(rule.none, `Rule ${rule.name}`);
    return { rule, groups, none: none && index.set(none) };
  });
  const leadGates = new Map<K, Int32Array>();
  for (const kind of topic.kinds) {
    const { lead } = topic.gates[kind];
    if (lead !== undefined) leadGates.set(kind, index.set(idsOf(lead, `Gate of ${kind}`)));
  }
  const { subject, against } = topic.aboutness;
  return {
    topic,
    index,
    rules,
    table: new RuleTable(
      rules.map(({ groups, none }) => ({ groups: groups.map(({ any }) => any), none })),
      index.size,
    ),
    leadGates,
    subject: index.set(idsOf(subject, 'Aboutness')),
    against: index.set(idsOf(against, 'Aboutness')),
  };
}

/** Concepts of a sentence that follow from its names: two countries in one sentence, a body that is no state. */
export const STORY_CONCEPTS = ['OFFICE', 'TWO_COUNTRIES', 'FOREIGN_BODY'];
