import { Cursor } from "./bytes";

/** The fields that a query looks terms up in, in the order of the files. */
export const textFields = ["title", "body", "tk", "ak"] as const;
export type TextField = (typeof textFields)[number];

/** Where a term stands in a field: in these documents, so often in each. */
export interface Postings {
  readonly docs: readonly number[];
  readonly frequencies: readonly number[];
}

/** The terms of a range, by field, in byte order. */
export type TermShard = Record<TextField, Map<string, Postings>>;

export function readTerms(bytes: Uint8Array): TermShard {
  const c = new Cursor(bytes);
  return perField((): Map<string, Postings> => {
    const terms = c.times(c.number(), c.front());
    const counts = c.numbers(terms.length);
    const docs = counts.map((n) => c.rising(n));
    const frequencies = counts.map((n) => c.numbers(n));
    return new Map(terms.map((t, i) => [t, { docs: docs[i]!, frequencies: frequencies[i]! }]));
  });
}

/** For each text field, for each document, how many words the field has. */
export function readLengths(bytes: Uint8Array, documents: number): Record<TextField, number[]> {
  const c = new Cursor(bytes);
  return perField(() => c.numbers(documents));
}

/** For each document of a term where it stands in the field: which words of it are the term. */
export type Positions = ReadonlyMap<number, readonly number[]>;

/**
 * Reads one of the parts of a location shard, that of the term shard which is given: for titles and
 * texts the positions of each term.
 */
export function readPositions(bytes: Uint8Array, part: number, terms: TermShard): Record<"title" | "body", Map<string, Positions>> {
  const file = new Cursor(bytes);
  for (; part > 0; part--) {
    file.take(file.number());
  }
  const c = new Cursor(file.take(file.number()));
  const read = (field: TextField) =>
    new Map(Array.from(terms[field], ([term, p]) => [term, new Map(p.docs.map((doc, i) => [doc, c.rising(p.frequencies[i]!)]))]));
  return { title: read("title"), body: read("body") };
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
