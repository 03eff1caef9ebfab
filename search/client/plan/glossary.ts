// Finds names of concepts in queries, as search/internal/query/glossary.go.

import { query } from "../../internal/constants/constants.json";
import { entry } from "../entry";
import { fold, hasHan } from "../text/fold";
import type { Term } from "./parse";

/** One idea under its names: language, names. */
export type Concept = Record<string, string[]>;

/** A name of one or several concepts in a query. */
export interface ConceptMatch {
  readonly typed: string;
  readonly concepts: readonly Concept[];
}

export class Glossary {
  private readonly byName = new Map<string, Concept[]>();

  constructor(concepts: readonly Concept[]) {
    for (const c of concepts) {
      for (const name of Object.values(c).flat()) {
        const key = fold(name);
        const known = this.byName.get(key) ?? [];
        if (key !== "" && !known.includes(c)) {
          this.byName.set(key, [...known, c]);
        }
      }
    }
  }

  /** The longest name that the first of the terms make up, and how many they are. */
  at(terms: readonly Term[]): [length: number, match: ConceptMatch] | undefined {
    const prefix = terms.findIndex((t) => t.prefix);
    for (let n = Math.min(prefix < 0 ? terms.length : prefix, query.nameTerms); n > 0; n--) {
      const match = this.match(terms.slice(0, n).map((t) => t.text).join(" "));
      if (match) {
        return [n, match];
      }
    }
    return undefined;
  }

  /**
   * A name in a run of Han characters, which has no blanks between words: the first, and of several
   * there the longest; with the text before and after it.
   */
  inside(t: Term): [before: string, match: ConceptMatch, after: string] | undefined {
    if (this.byName.size === 0 || t.prefix || !hasHan(t.text)) {
      return undefined;
    }
    const runes = [...fold(t.text)];
    const text = (from: number, to: number) => runes.slice(from, to).join("");
    for (let i = 0; i < runes.length; i++) {
      for (let j = runes.length; j > i + 1; j--) {
        const match = hasHan(text(i, j)) ? this.match(text(i, j)) : undefined;
        if (match) {
          return [text(0, i).trim(), match, text(j, runes.length).trim()];
        }
      }
    }
    return undefined;
  }

  private match(typed: string): ConceptMatch | undefined {
    const concepts = this.byName.get(fold(typed));
    return concepts && { typed, concepts };
  }
}

/** The other names in a language, without repeats. */
export function otherNames({ typed, concepts }: ConceptMatch, lang: string): string[] {
  const seen = new Set([fold(typed), ""]);
  return concepts
    .flatMap((c) => entry(c, lang) ?? [])
    .filter((name) => {
      const key = fold(name);
      return !seen.has(key) && seen.add(key);
    });
}
