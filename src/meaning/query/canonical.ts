import { createHash } from 'node:crypto';
import type { Node, Term } from './query';

/** Name of a term by which equal terms are equal, whatever words were typed. */
export function termKey(term: Term): string {
  switch (term.type) {
    case 'kind':
      return `kind:${term.kind}`;
    case 'theme':
      return `theme:${term.theme}`;
    case 'from':
    case 'host':
    case 'country':
      return `${term.type}:${term.party}`;
    case 'facility':
      return `facility:${term.id}`;
    case 'status':
      return `status:${term.status}`;
    case 'lang':
      return `lang:${term.lang}`;
    case 'source':
      return `source:${term.host}`;
    case 'concept':
      return `concept:${term.id}`;
    case 'word':
      return `word:${term.stem}`;
    case 'phrase':
      return `"${term.words.join(' ')}"`;
    case 'near':
      return `near/${term.distance}(${[termKey(term.left), termKey(term.right)].sort().join(' ')})`;
  }
}

/** The query with its parts sorted, doubles dropped and nested groups of one operator flattened. */
export function canonicalForm(node: Node): string {
  switch (node.op) {
    case 'term':
      return termKey(node.term);
    case 'not':
      return `not(${canonicalForm(node.node)})`;
    default: {
      const { op } = node;
      const flat = (part: Node): string[] =>
        part.op === op ? part.nodes.flatMap(flat) : [canonicalForm(part)];
      const parts = [...new Set(node.nodes.flatMap(flat))].sort();
      return parts.length === 1 ? parts[0]! : `${op}(${parts.join(' ')})`;
    }
  }
}

export const hashOf = (canonical: string): string =>
  createHash('sha256').update(canonical).digest('hex').slice(0, 32);
