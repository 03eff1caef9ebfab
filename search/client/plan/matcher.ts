import { foldSurface, hasHan } from "../text/fold";

/** Knows which words of a text a query means, for excerpts. */
export class Matcher {
  private words = 0;
  private readonly terms = new Map<string, number>();
  private readonly prefixes: { prefix: string; word: number }[] = [];

  /** Begins a word of the query; what is added next stands for it. */
  nextWord(): void {
    this.words++;
  }

  addTerm(term: string): void {
    this.terms.set(term, this.words);
  }

  addPrefix(prefix: string): void {
    this.prefixes.push({ prefix, word: this.words });
  }

  /** The word of the query that a word of a text is a match of, and how much of it is. */
  match(term: string, surface: string): { word: number; length: number } | undefined {
    const word = this.terms.get(term);
    if (word !== undefined) {
      return { word, length: surface.length };
    }
    const folded = foldSurface(surface);
    const p = this.prefixes.find((p) => folded.startsWith(p.prefix));
    // Of a pair of Han characters only the one that was asked for.
    return p && { word: p.word, length: hasHan(p.prefix) ? p.prefix.length : surface.length };
  }
}
