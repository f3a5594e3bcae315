/** Progress of long work on standard error: one line that rewrites itself on a terminal, plain lines elsewhere. */
export interface Progress {
  /** The present state; elsewhere than on a terminal at most one line every few seconds. */
  show(state: string): void;
  /** Ends the line with a result. */
  done(result: string): void;
}

const PLAIN_EVERY_MS = 5000;

export function progress(what: string, out: NodeJS.WriteStream = process.stderr): Progress {
  let last = 0;
  const width = () => (out.columns ?? 80) - 1;
  return {
    show(state) {
      const line = `${what}: ${state}`;
      if (out.isTTY) out.write(`\r\x1b[2K${line.slice(0, width())}`);
      else if (Date.now() - last > PLAIN_EVERY_MS) {
        last = Date.now();
        out.write(`${line}\n`);
      }
    },
    done(result) {
      out.write(out.isTTY ? `\r\x1b[2K${what}: ${result}\n` : `${what}: ${result}\n`);
    },
  };
}
