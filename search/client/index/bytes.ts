import { text } from "../text/utf8";

/** Reads a payload, forward from its beginning. */
export class Cursor {
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  /** An unsigned number: seven bits a byte, lowest first. */
  number(): number {
    let n = 0;
    for (let scale = 1; ; scale *= 128) {
      const b = this.bytes[this.at++];
      if (b === undefined) {
        throw new RangeError("search: a file of the index ends too early");
      }
      n += (b & 127) * scale;
      if (b < 128) {
        return n;
      }
    }
  }

  numbers(count: number): number[] {
    return this.times(count, () => this.number());
  }

  /** Rising numbers, each written as its difference to the one before. */
  rising(count: number): number[] {
    let last = 0;
    return this.times(count, () => (last += this.number()));
  }

  take(length: number): Uint8Array {
    return this.bytes.subarray(this.at, (this.at += length));
  }

  string(length = this.number()): string {
    return text(this.take(length));
  }

  /** A function that reads strings written as what each adds to the one before. */
  front(): () => string {
    let last = new Uint8Array(0);
    return () => {
      const shared = this.number();
      const added = this.take(this.number());
      const next = new Uint8Array(shared + added.length);
      next.set(last.subarray(0, shared));
      next.set(added, shared);
      last = next;
      return text(next);
    };
  }

  times<T>(count: number, read: () => T): T[] {
    return Array.from({ length: count }, read);
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
