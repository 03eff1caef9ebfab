import { within } from "../load/bounds";
import { text } from "../text/utf8";

/** How many bytes the strings of a list may have in all that are written as what each adds. */
const mostAdded = 1 << 25;

/**
 * Reads a payload, forward from its beginning. It refuses whatever its bytes cannot have, so that
 * nothing in them makes it take long, or much memory.
 */
export class Cursor {
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  /** An unsigned number: seven bits a byte, lowest first. */
  number(): number {
    let n = 0;
    for (let scale = 1; ; scale *= 128) {
      const b = this.bytes[this.at++]!;
      n += (b % 128) * scale; // beyond the end NaN, which is not within anything
      if (!(b > 127)) {
        return within(n, Number.MAX_SAFE_INTEGER);
      }
    }
  }

  numbers(count: number): number[] {
    return this.times(count, () => this.number());
  }

  /** So many numbers less than a limit. */
  numbersBelow(count: number, limit: number): number[] {
    return this.times(count, () => within(this.number(), limit - 1));
  }

  /** Rising numbers less than a limit, each written as its difference to the one before. */
  rising(count: number, limit: number): number[] {
    let last = 0;
    return this.times(count, () => (last = within(last + this.number(), limit - 1)));
  }

  take(length: number): Uint8Array {
    return this.bytes.subarray(this.at, (this.at += within(length, this.bytes.length - this.at)));
  }

  string(length = this.number()): string {
    return text(this.take(length));
  }

  /** A function that reads strings written as what each adds to the one before. */
  front(): () => string {
    let last = new Uint8Array(0);
    let size = 0;
    return () => {
      const shared = within(this.number(), last.length);
      const added = this.take(this.number());
      size = within(size + shared + added.length, mostAdded);
      const next = new Uint8Array(shared + added.length);
      next.set(last.subarray(0, shared));
      next.set(added, shared);
      last = next;
      return text(next);
    };
  }

  /** What so many reads give, of a byte each at least. */
  times<T>(count: number, read: () => T): T[] {
    return Array.from({ length: within(count, this.bytes.length - this.at) }, read);
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }
}

/** How many elements of a sorted list are not greater than x. */
export function upperBound<T>(sorted: readonly T[], x: T, compare: (a: T, b: T) => number): number {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle]!, x) <= 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
