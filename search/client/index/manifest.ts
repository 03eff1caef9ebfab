import { format } from "../../internal/constants/constants.json";
import type { TextField } from "../plan/node";
import { damaged } from "../load/bounds";
import { Cursor } from "./bytes";
import { readColumns, type Column } from "./columns";
import { readLengths } from "./terms";

/** The manifest of a language. Its fields are explained in search/FORMAT.md. */
export interface Manifest {
  version: number;
  build: string;
  lang: string;
  part: string;
  languages: Record<string, number>;
  documents: number;
  fields: string[];
  terms: string[];
  docs: number[];
  facets?: string[];
  words: { forward: string[]; backward: string[] };
  grams: { pairs: number; words: number };
  names: boolean;
  /** How many words the fields of each document have. */
  lengths: Record<TextField, number[]>;
  /** The values of the facets. */
  columns: ReadonlyMap<string, Column>;
}

/** Reads a manifest. */
export function readManifest(bytes: Uint8Array): Manifest {
  const c = new Cursor(bytes);
  const m = checkManifest(JSON.parse(c.string()) as Manifest);
  m.lengths = readLengths(c.take(c.number()), m.documents);
  m.columns = readColumns(bytes.subarray(c.at), m.documents);
  return m;
}

/** Refuses what this reader would only guess at. */
function checkManifest(m: Manifest): Manifest {
  if (m.version !== format) {
    throw new Error(
      `search: the index has format ${m.version}, and kengash-search.js reads format ${format}: publish both with the same program`,
    );
  }
  if (!isPossible(m)) {
    throw damaged();
  }
  return m;
}

/** Reports whether a manifest can be; its numbers bound the other files. */
function isPossible(m: Manifest): boolean {
  const counts = [m.documents, m.grams.pairs, m.grams.words, ...m.docs, ...Object.values(m.languages)];
  const texts = [m.lang, ...m.fields, ...m.terms, ...m.words.forward, ...m.words.backward, ...(m.facets ?? [])];
  return (
    [m.build, m.part].every((name) => /^[0-9a-f]+$/.test(name)) &&
    counts.every((n) => n > 0 && n >>> 0 === n) &&
    texts.every((s) => typeof s === "string") &&
    m.docs.reduce((sum, n) => sum + n, 0) === m.documents &&
    m.languages[m.lang] === m.documents
  );
}
