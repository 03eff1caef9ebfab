/** What is thrown for a file whose bytes are not as they were written. */
export const damaged = (key = "a file of the index"): Error => new RangeError(`search: ${key} is damaged, or of another build`);

/** A number that must not be greater than most. */
export function within(n: number, most: number): number {
  if (n <= most) {
    return n;
  }
  throw damaged();
}
