// Finds and scores the documents of a query as Bleve does (v2.6.3, search/searcher and
// search/scorer) with its default scoring, TF-IDF.

import type { Node, TextField } from "../plan/node";
import type { Postings } from "./terms";

/** Document number to score. */
export type Matches = Map<number, number>;

/** What a scorer needs of the index. */
export interface Index {
  readonly documents: number;
  postings(field: TextField, term: string): Postings;
  /** How many words the field of each document has. */
  lengths(field: TextField): readonly number[];
  /** All terms of a field that begin so, in order. */
  termsFrom(field: TextField, prefix: string): string[];
}

/** The documents of a query with their scores. */
export const match = (index: Index, query: Node): Matches => searcher(index, query).run();

interface Searcher {
  /** Sum of squares, for the norm of the query. */
  readonly weight: number;
  /** At most so many documents. */
  readonly count: number;
  normalize(norm: number): void;
  run(): Matches;
}

function searcher(index: Index, q: Node): Searcher {
  switch (q.kind) {
    case "term":
      return leaf(index, q.field, q.term, q.boost);
    case "prefix": {
      const terms = index.termsFrom(q.field, q.term);
      return terms.length === 0 || (terms.length === 1 && terms[0] === q.term)
        ? leaf(index, q.field, q.term, q.boost)
        : disjunction(terms.map((t) => leaf(index, q.field, t, q.boost)), 0);
    }
    case "any":
      return disjunction(q.of.map((n) => searcher(index, n)), q.least);
    case "all":
      return conjunction(q.of.map((n) => searcher(index, n)));
    case "within": {
      const must = conjunction([searcher(index, q.query)]);
      return compound([must], () => keep(must.run(), q.docs));
    }
    case "prefer": {
      const must = conjunction([searcher(index, q.query)]);
      const should = disjunction(q.others.map((n) => searcher(index, n)), 0);
      return compound([must, should], () => {
        const more = should.run();
        const out = must.run();
        out.forEach((score, doc) => out.set(doc, score + (more.get(doc) ?? 0)));
        return out;
      });
    }
  }
}

function keep(found: Matches, docs: ReadonlySet<number>): Matches {
  found.forEach((_, doc) => docs.has(doc) || found.delete(doc));
  return found;
}

function leaf(index: Index, field: TextField, term: string, boost: number): Searcher {
  const { docs, frequencies } = index.postings(field, term);
  const lengths = index.lengths(field);
  const idf = 1 + Math.log(index.documents / (docs.length + 1));
  let weight = 1;
  return {
    weight: (boost * idf) ** 2,
    count: docs.length,
    normalize: (norm) => void (weight = boost * idf * norm),
    run: () =>
      new Map(docs.map((doc, i) => [doc, Math.sqrt(frequencies[i]!) * Math.fround(1 / Math.sqrt(lengths[doc]!)) * idf * weight])),
  };
}

// The norm of the outermost compound is set last, so it is the one that counts.
function compound(of: Searcher[], run: () => Matches): Searcher {
  const weight = of.reduce((sum, s) => sum + s.weight, 0);
  const normalize = (norm: number) => of.forEach((s) => s.normalize(norm));
  normalize(1 / Math.sqrt(weight));
  return { weight, count: of.reduce((sum, s) => sum + s.count, 0), normalize, run };
}

// Bleve adds scores up in this order; the last bits of a sum depend on it.
const byCount = (of: Searcher[]): Searcher[] => [...of].sort((a, b) => a.count - b.count);

function disjunction(of: Searcher[], least: number): Searcher {
  const inOrder = of.length > 10 ? of : byCount(of);
  return compound(inOrder, () => {
    const sums: Matches = new Map();
    const counts = new Map<number, number>();
    for (const s of inOrder) {
      s.run().forEach((score, doc) => {
        sums.set(doc, (sums.get(doc) ?? 0) + score);
        counts.set(doc, (counts.get(doc) ?? 0) + 1);
      });
    }
    sums.forEach((sum, doc) => {
      const n = counts.get(doc)!;
      if (n < least) {
        sums.delete(doc);
      } else {
        sums.set(doc, sum * (n / of.length));
      }
    });
    return sums;
  });
}

function conjunction(of: Searcher[]): Searcher {
  const inOrder = byCount(of);
  return compound(inOrder, () => {
    let out: Matches | undefined;
    for (const s of inOrder) {
      const found = s.run();
      out?.forEach((sum, doc) => {
        const score = found.get(doc);
        if (score === undefined) {
          out!.delete(doc);
        } else {
          out!.set(doc, sum + score);
        }
      });
      out ??= found;
    }
    return out ?? new Map<number, number>();
  });
}
