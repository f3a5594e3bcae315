/** Closes what was opened so far, last first: also when opening the next part fails. */
export class Closing {
  private readonly closers: (() => unknown)[] = [];

  add(close: () => unknown): void {
    this.closers.push(close);
  }

  async close(): Promise<void> {
    for (let close = this.closers.pop(); close; close = this.closers.pop()) await close();
  }

  /** Runs `open`; what it had opened is closed again when it fails. */
  static async whileOpening<T>(open: (closing: Closing) => Promise<T>): Promise<T> {
    const closing = new Closing();
    try {
      return await open(closing);
    } catch (error) {
      await closing.close();
      throw error;
    }
  }
}
