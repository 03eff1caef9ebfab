import { Cursor } from "./bytes";

/** The values of the documents for one facet. */
export interface Column {
  /** In byte order. */
  readonly values: readonly string[];
  /** For each document the numbers of its values. */
  readonly ofDocument: readonly (readonly number[])[];
}

/** Reads a payload of columns, by name; documents is how many there are. */
export function readColumns(bytes: Uint8Array, documents: number): Map<string, Column> {
  const c = new Cursor(bytes);
  return new Map(
    c.times(c.number(), () => {
      const name = c.string();
      const values = c.times(c.number(), () => c.string());
      const lists = c.times(c.number(), () => c.numbersBelow(c.number(), values.length));
      return [name, { values, ofDocument: c.numbersBelow(documents, lists.length).map((n) => lists[n]!) }];
    }),
  );
}

/** Reads the groups: for each document a number that its other languages share. */
export function readGroups(bytes: Uint8Array, documents: number): number[] {
  let last = 0;
  return new Cursor(bytes).numbers(documents).map((n) => (last += n % 2 ? -(n + 1) / 2 : n / 2));
}
