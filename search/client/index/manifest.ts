/** The version of the bundle that this reader knows; see search/FORMAT.md. */
export const formatVersion = 1;

/** The manifest of a language. Its fields are explained in search/FORMAT.md. */
export interface Manifest {
  version: number;
  build: string;
  lang: string;
  languages: Record<string, number>;
  documents: number;
  fields: string[];
  terms: string[];
  docs: number[];
  facets?: string[];
  words: { forward: string[]; backward: string[]; min: number; max: number };
}

/** Refuses what this reader would only guess at. */
export function checkManifest(m: Manifest): Manifest {
  if (m.version !== formatVersion) {
    throw new Error(
      `search: the index has format ${m.version}, but this kengash-search.js reads format ${formatVersion}: ` +
        "publish both with the same program, and reload the page",
    );
  }
  return m;
}
