/** Decides whether a language server that died is started again: not if it dies too often in a short time. */
export class RestartPolicy {
  private readonly deaths: number[] = [];

  /** @param now milliseconds of any steady clock */
  constructor(
    private readonly limit: number,
    private readonly windowMilliseconds: number,
    private readonly now: () => number,
  ) {}

  /** Notes that the server died; true if it may be started again. */
  mayRestart(): boolean {
    const time = this.now();
    this.deaths.push(time);
    while (this.deaths[0] !== undefined && time - this.deaths[0] > this.windowMilliseconds) {
      this.deaths.shift();
    }
    return this.deaths.length <= this.limit;
  }
}
