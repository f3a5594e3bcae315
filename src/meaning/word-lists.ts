import type gazetteer from './gazetteer/word-lists.json';
import { compiled } from './language-data';
import type model from './model/word-lists.json';
import type visit from './visit/word-lists.json';
import type wordings from './visit/wordings.json';

type Lists<T> = T extends readonly string[] ? string : { readonly [Name in keyof T]: Lists<T[Name]> };

/**
 * Long lists of words that code looks for, parted by blanks, by room, file and what they are for; and `wordings`, choices
 * of regular expressions parted by `|`.
 */
export const listed = compiled<
  Lists<{
    readonly gazetteer: typeof gazetteer;
    readonly model: typeof model;
    readonly visit: typeof visit;
    readonly wordings: typeof wordings;
  }>
>('lists');
