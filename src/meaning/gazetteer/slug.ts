import { fold } from '../fold';

/** The id that follows from a name: "El Encuentro" gives el-encuentro. */
export const slugOf = (name: string): string =>
  fold(name)
    .replaceAll('ñ', 'n')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
