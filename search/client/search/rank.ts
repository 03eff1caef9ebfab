import { hits as counts } from "../../internal/constants/constants.json";
import { tierCount } from "../plan/plan";
import type { Inquiry } from "./inquiry";

/** A hit before its document is loaded. */
export interface Found {
  readonly inquiry: Inquiry;
  readonly doc: number;
  readonly score: number;
  readonly tier: number;
  /** Set only where hits are sorted by it. */
  readonly date: string;
}

export interface Ranking {
  /** Best first. */
  readonly hits: Found[];
  total: number;
  /** Facet, value: documents. */
  readonly counts: Map<string, Map<string, number>>;
}

/**
 * Tries tier after tier in all languages, as rank in search/rank.go. The first with any hit is
 * counted and listed; the following ones only fill the list up, unless it is by date. Of documents
 * that are one in several languages the best is listed, that of the preferred language where they
 * are as good.
 */
export function rank(asked: readonly Inquiry[], facets: readonly string[], sortByDate: boolean, preferred: string): Ranking {
  const r: Ranking = { hits: [], total: 0, counts: new Map() };
  const listed = new Set<string | number>();
  const grouped = asked.length > 1;
  for (let tier = 0; tier < tierCount && r.total < counts.fill; tier++) {
    const counting = r.total === 0;
    if (!counting && sortByDate) {
      break;
    }
    const found = asked.flatMap((inquiry) => {
      const { part, plan } = inquiry;
      const matches = inquiry.run(tier);
      if (counting && matches.size > 0) {
        add(r, "lang", part.lang, matches.size);
      }
      const dates = sortByDate || plan.anything ? part.column("date") : undefined;
      return Array.from(matches, ([doc, score]): Found => {
        const value = dates?.ofDocument[doc]?.[0];
        return { inquiry, doc, score, tier, date: value === undefined ? "" : dates!.values[value]! };
      });
    });
    for (const f of found.sort((a, b) => compare(a, b, preferred))) {
      const groups = grouped ? f.inquiry.part.groups() : undefined;
      const key = groups?.[f.doc] ?? `${f.inquiry.part.lang} ${f.doc}`;
      if (!listed.has(key) && (counting || r.hits.length < counts.fill)) {
        listed.add(key);
        r.hits.push(f);
      }
    }
    if (counting) {
      r.total = r.hits.length;
      r.hits.forEach((f) => countValues(r, f, facets));
    }
  }
  return r;
}

// Dates and languages are ASCII.
const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A score without its last twelve bits; search/rank.go says why. */
const rounded = (score: number): number => {
  const wide = score * 4097;
  return wide - (wide - score);
};

// Documents are numbered in the order of their ids.
const compare = (a: Found, b: Found, preferred: string): number =>
  order(b.date, a.date) ||
  rounded(b.score) - rounded(a.score) ||
  Number(a.inquiry.part.lang !== preferred) - Number(b.inquiry.part.lang !== preferred) ||
  order(a.inquiry.part.lang, b.inquiry.part.lang) ||
  a.doc - b.doc;

function countValues(r: Ranking, { inquiry, doc }: Found, facets: readonly string[]): void {
  for (const facet of facets) {
    const column = inquiry.part.column(facet);
    column?.ofDocument[doc]?.forEach((v) => add(r, facet, column.values[v]!, 1));
  }
}

function add(r: Ranking, facet: string, value: string, n: number): void {
  const values = r.counts.get(facet) ?? new Map<string, number>();
  r.counts.set(facet, values.set(value, (values.get(value) ?? 0) + n));
}
