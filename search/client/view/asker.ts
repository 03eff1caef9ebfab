// Asks while a reader types: not at every key, never two at once, and the last answer only.

import type { Engine } from "../api";
import type { Source } from "./source";

/** How long no key may come before the index is asked, in milliseconds. */
const pause = 120;
/** How long an answer may take before the reader is told that it is on its way. */
const patience = 300;

export interface Answered<T> {
  /** The answer has not come yet, or never will. */
  wait(): void;
  show(answer: T): void;
  fail(): void;
}

export class Asker<T> {
  private timer = 0;
  private running: AbortController | undefined;

  constructor(
    private readonly source: Source,
    private readonly view: Answered<T>,
  ) {}

  /** Asks, soon or at once. What was asked before is forgotten. */
  ask(question: (engine: Engine, signal: AbortSignal) => Promise<T>, soon: boolean): void {
    this.cancel();
    this.timer = window.setTimeout(() => void this.run(question), soon ? pause : 0);
  }

  cancel(): void {
    window.clearTimeout(this.timer);
    this.running?.abort();
    this.running = undefined;
  }

  private async run(question: (engine: Engine, signal: AbortSignal) => Promise<T>): Promise<void> {
    const running = new AbortController();
    this.running = running;
    const { signal } = running;
    const waiting = window.setTimeout(() => !signal.aborted && this.view.wait(), patience);
    try {
      const answer = await question(await this.source.open(), signal);
      if (!signal.aborted) {
        this.view.show(answer);
      }
    } catch (error) {
      if (!signal.aborted) {
        this.view.fail();
        console.error(error);
      }
    } finally {
      window.clearTimeout(waiting);
      if (this.running === running) {
        this.running = undefined;
      }
    }
  }
}
