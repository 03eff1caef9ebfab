import { Cursor } from "./bytes";

/** What the index keeps of a document, to be shown. */
export interface Stored {
  readonly id: string;
  /** Values by name of their field. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Reads a file of documents; fields are the names of the index's fields. */
export function readDocuments(bytes: Uint8Array, fields: readonly string[]): Stored[] {
  const c = new Cursor(bytes);
  const out: Stored[] = [];
  while (!c.done) {
    const id = c.string();
    const heads = c.times(c.number(), () => [fields[c.number() >> 1] ?? "", c.number()] as const);
    const values = new Map<string, string[]>();
    for (const [field, length] of heads) {
      values.set(field, [...(values.get(field) ?? []), c.string(length)]);
    }
    out.push({ id, values });
  }
  return out;
}
