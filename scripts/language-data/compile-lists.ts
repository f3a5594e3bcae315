import gazetteer from '../../src/meaning/gazetteer/word-lists.json';
import model from '../../src/meaning/model/word-lists.json';
import visit from '../../src/meaning/visit/word-lists.json';
import { isRecord } from '../../src/meaning/packed';

/** Each list, written in several lines, as one text. */
const joined = (lists: unknown): unknown => {
  if (!isRecord(lists)) return (lists as readonly string[]).join(' ');
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, joined(list)]));
};

/** The word lists of the rooms. */
export const compileLists = () => joined({ gazetteer, model, visit }) as object;
