import { damaged } from "../load/bounds";
import { Cursor } from "./bytes";

/** What the index keeps of a document, to be shown. */
export interface Stored {
  readonly id: string;
  /** Values by name of their field. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Reads a file of so many documents; fields are the names of the index's fields. */
export function readDocuments(bytes: Uint8Array, count: number, fields: readonly string[]): Stored[] {
  const c = new Cursor(bytes);
  const out: Stored[] = [];
  while (!c.done) {
    const id = c.string();
    const heads = c.times(c.number(), () => [fields[c.number() >> 1] ?? "", c.number()] as const);
    const values = new Map<string, string[]>();
    for (const [field, length] of heads) {
      const known = values.get(field) ?? [];
      known.push(c.string(length));
      values.set(field, known);
    }
    out.push({ id, values });
  }
  if (out.length !== count) {
    throw damaged();
  }
  return out;
}
