import path from 'node:path';

/** The installation's folder: where settings, lists and saved feeds lie. */
export const ROOT = path.join(__dirname, '../..');
export const ROOT_SETTINGS = path.join(ROOT, 'settings.yaml');
export const ROOT_LISTS = path.join(ROOT, 'feeds');
