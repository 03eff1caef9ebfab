// Words that are written of parts or as one: as search/internal/query/joins.go.

import { boosts, query } from "../../internal/constants/constants.json";
import { analyze, prepare, type Language } from "../text/analyze";
import { joins, wordsOf } from "../text/compounds";
import { foldSurface } from "../text/fold";
import { term } from "./node";
import type { Dictionary } from "./plan";
import type { Alternatives } from "./word";

/** What follows a compound that stands in a title. */
const titleMark = " ";

/** Two words side by side in a query, which a text may have as one. */
interface Join {
  /** As documents have it that have the one word, where others have the two. */
  readonly pair: string;
  /** The term of the one word. */
  readonly whole: string;
  /** Whether to look for the one word where no document has the two. */
  readonly near: boolean;
}

/** The joins of the words of a query. */
export class Joins {
  private byWord = new Map<string, Join[]>();

  constructor(
    private readonly language: Language,
    private readonly dict: Dictionary,
  ) {}

  /** Takes the words of a text for those side by side. */
  of(text: string): void {
    this.byWord = new Map();
    const s = prepare(this.language, text);
    const found = wordsOf(s);
    found.slice(1).forEach((m, i) => {
      const before = found[i]!;
      const sign = s.slice(before.index + before[0].length, m.index);
      const [a, b] = [foldSurface(before[0]), foldSurface(m[0])];
      if (sign !== " " && !joins(a, sign, b)) {
        return;
      }
      if (sign === "'" && !this.key(a + sign + b).key.includes(sign)) {
        return; // an article or possessive
      }
      const [first, second, whole] = [this.key(a), this.key(b), this.key(a + b)];
      const odd = first.key === "" || second.key === "" || whole.key === "" || whole.stop;
      if (odd || (first.stop && (second.stop || sign === " "))) {
        return;
      }
      const absent = (k: Key) => !k.stop && this.dict.has(k.key) === false;
      // With an apostrophe it is another word: toʻgʻ and togʻ.
      const near = sign !== "'" && (sign !== " " || query.particles.includes(b) || absent(first) || absent(second));
      const j = { pair: `${first.key} ${second.key}`, whole: whole.key, near };
      // A word of the index may have the sign.
      for (const word of [a, b, ...(sign === " " ? [] : [a + sign + b])]) {
        this.byWord.set(word, [...(this.byWord.get(word) ?? []), j]);
      }
    });
  }

  /** What stands for a word in pairs. */
  key(word: string): Key {
    const tokens = analyze(this.language, word);
    return tokens.length > 1 ? { key: "", stop: false } : { key: tokens[0]?.term ?? word, stop: tokens.length === 0 };
  }

  /**
   * Adds the documents that have a word as a compound, or together with its neighbour. Returns the
   * terms of the latter.
   */
  add(to: Alternatives, stem: string, surface: string): string[] {
    this.addCompound(to, stem);
    return (this.byWord.get(surface) ?? []).filter((j) => this.addJoin(to, j)).map((j) => j.whole);
  }

  private addJoin(to: Alternatives, { pair, whole, near }: Join): boolean {
    const has = this.addCompound(to, pair);
    if (near && this.dict.has(whole)) {
      to.addTerm(whole, 1);
      return true;
    }
    return has;
  }

  private addCompound(to: Alternatives, compound: string): boolean {
    const has = this.dict.hasIn("ck", compound) === true;
    if (has) {
      to.anywhere.push(term("ck", compound, boosts.compound));
    }
    const marked = compound + titleMark;
    if (!this.dict.hasIn("ck", marked)) {
      return has;
    }
    const inTitle = term("ck", marked, boosts.compoundTitle);
    to.anywhere.push(inTitle);
    to.title.push(inTitle);
    return true;
  }
}

/** What stands for a word in pairs: its term or, of a stop word, the word. */
interface Key {
  /** "" for several terms. */
  readonly key: string;
  readonly stop: boolean;
}
