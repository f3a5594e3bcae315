import packed from './compiled/data.json';
import { unpack } from './packed';

let parts: Readonly<Record<string, unknown>> | undefined;

/** A part of the compiled language data; all of it is unpacked when the first part is asked for. */
export const compiled = <T>(part: string): T =>
  (parts ??= unpack<Record<string, unknown>>(packed))[part] as T;
