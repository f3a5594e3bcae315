/** What a log line may carry: flat facts with stable names, never personal data. */
export type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
}

/** One JSON object a line on stderr or stdout, the form CloudWatch Logs Insights reads without parsing rules. */
export function jsonLog(
  write: (line: string) => void = (line) => void process.stdout.write(line + '\n'),
): Log {
  const at = (level: string) => (event: string, fields?: Fields) =>
    write(JSON.stringify({ level, event, ...fields }));
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };
