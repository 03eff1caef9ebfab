import { textFields, type TextField } from "../plan/node";
import { Cursor } from "./bytes";

/** Where a term stands in a field: in these documents, so often in each. */
export interface Postings {
  readonly docs: readonly number[];
  readonly frequencies: readonly number[];
}

/** The terms of a range, by field, in byte order. */
export type TermShard = Record<TextField, Map<string, Postings>>;

/** Reads a shard of terms of so many documents. */
export function readTerms(bytes: Uint8Array, documents: number): TermShard {
  const c = new Cursor(bytes);
  return perField((): Map<string, Postings> => {
    const terms = c.times(c.number(), c.front());
    const counts = c.numbers(terms.length);
    const docs = counts.map((n) => c.rising(n, documents));
    const frequencies = counts.map((n) => c.numbers(n));
    return new Map(terms.map((t, i) => [t, { docs: docs[i]!, frequencies: frequencies[i]! }]));
  });
}

/** For each text field, for each document, how many words the field has. */
export function readLengths(bytes: Uint8Array, documents: number): Record<TextField, number[]> {
  const c = new Cursor(bytes);
  return perField(() => c.numbers(documents));
}

/** Reads a spelling shard: words with the number of their documents. */
export function readWords(bytes: Uint8Array): [word: string, documents: number][] {
  const c = new Cursor(bytes);
  const word = c.front();
  const out: [string, number][] = [];
  while (!c.done) {
    out.push([word(), c.number()]);
  }
  return out;
}

function perField<T>(read: (field: TextField) => T): Record<TextField, T> {
  return Object.fromEntries(textFields.map((f) => [f, read(f)])) as Record<TextField, T>;
}
