/**
 * Tells a server to end one statement and remembers what is still to be answered.
 *
 * @internal
 */
export class StatementKiller<Control> {
  private pending: Promise<unknown> = Promise.resolve();

  /** Whether the server may have marked the session. */
  used = false;

  private constructor(
    private readonly send: (control: Control) => Promise<boolean>,
  ) {}

  /**
   * @param send - tells the server over a second connection, and says whether it still has the session
   */
  static create<Control>(
    send: (control: Control) => Promise<boolean>,
  ): StatementKiller<Control> {
    return new StatementKiller(send);
  }

  /**
   * @returns whether the server still has the session
   * @throws DatabaseError when the server refuses or does not answer
   */
  async kill(control: Control): Promise<boolean> {
    this.used = true;
    const answer = this.send(control);
    this.pending = Promise.allSettled([this.pending, answer]);
    return answer;
  }

  /** Resolves when all that was sent has been answered, well or badly. */
  async answered(): Promise<void> {
    await this.pending;
  }
}
