export { describeQuery } from './describe';
export { matchQuery } from './match';
export { parseQuery } from './parse';
export { type Query, type QueryDocument, QueryError, type QueryMatch } from './query';
export { QueryIndex } from './query-index';
