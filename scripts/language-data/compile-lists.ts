import gazetteer from '../../src/meaning/gazetteer/word-lists.json';
import model from '../../src/meaning/model/word-lists.json';
import visit from '../../src/meaning/visit/word-lists.json';
import wordings from '../../src/meaning/visit/wordings.json';
import { isRecord } from '../../src/meaning/packed';

/** Each list, written in several lines, as one text. */
const joined = (lists: unknown, by: string): unknown => {
  if (!isRecord(lists)) return (lists as readonly string[]).join(by);
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, joined(list, by)]));
};

/** The word lists of the rooms, and the choices of long regular expressions. */
export const compileLists = () => ({
  ...(joined({ gazetteer, model, visit }, ' ') as object),
  wordings: joined(wordings, '|'),
});
