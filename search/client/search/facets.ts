import type { FacetValue } from "../api";
import { compareStrings } from "../text/utf8";
import { entry } from "../entry";
import { fold } from "../text/fold";

/** Names of facet values: facet, value, language, label; under "facet" those of facets. */
export type Labels = Record<string, Record<string, Record<string, string>>>;

/** The name of a value in a language, if it has one. */
export const labelOf = (labels: Labels, facet: string, value: string, lang: string): string | undefined =>
  entry(entry(entry(labels, facet), value), lang);

/** Finds the value that a reader means: a value in any case, or one of its labels. */
export class Values {
  private readonly known = new Map<string, string>();

  constructor(labels: Labels, facet: string, values: Iterable<string>) {
    for (const value of values) {
      for (const label of Object.values(entry(entry(labels, facet), value) ?? {})) {
        const key = fold(label);
        if (!this.known.has(key)) {
          this.known.set(key, value);
        }
      }
      this.known.set(fold(value), value); // a value goes before a label of another
    }
  }

  /** An unknown value stays as it is and matches nothing. */
  resolve(written: string): string {
    return this.known.get(fold(written)) ?? written;
  }
}

/** Sorts and labels counted values. */
export function facetValues(counts: ReadonlyMap<string, number>, labels: Labels, facet: string, lang: string): FacetValue[] {
  return Array.from(counts, ([value, count]) => ({ value, label: labelOf(labels, facet, value, lang) || value, count })).sort(
    (a, b) => b.count - a.count || compareStrings(a.value, b.value),
  );
}
