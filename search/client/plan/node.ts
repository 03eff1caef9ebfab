import { fields } from "../../internal/constants/constants.json";

export type TextField = "title" | "body" | "tk" | "ak" | "ck";
/** The fields that a query looks terms up in, in the order of the files. */
export const textFields = fields as readonly TextField[];

/** What is asked of the index: the queries of Bleve that the plan is made of. */
export type Node =
  | { readonly kind: "term"; readonly field: TextField; readonly term: string; readonly boost: number }
  /** All terms that begin so. */
  | { readonly kind: "prefix"; readonly field: TextField; readonly term: string; readonly boost: number }
  /** At least so many of them; Bleve's disjunction. */
  | { readonly kind: "any"; readonly of: readonly Node[]; readonly least: number }
  /** Each of them; Bleve's conjunction. */
  | { readonly kind: "all"; readonly of: readonly Node[] }
  /** Those of query, and a higher score for those of others; Bleve's boolean query. */
  | { readonly kind: "prefer"; readonly query: Node; readonly others: readonly Node[] }
  /** Those of query that are among docs. */
  | { readonly kind: "within"; readonly query: Node; readonly docs: ReadonlySet<number> };

export const term = (field: TextField, term: string, boost: number): Node => ({ kind: "term", field, term, boost });
export const prefix = (field: TextField, term: string, boost: number): Node => ({ kind: "prefix", field, term, boost });

/** The documents of at least one query, of one query its own; of none it is undefined. */
export const any = (of: readonly Node[]): Node | undefined => (of.length > 1 ? { kind: "any", of, least: 1 } : of[0]);

/** The documents of at least so many queries. */
export const anyOf = (least: number, of: readonly Node[]): Node => ({ kind: "any", of, least });

/** The documents of all queries, of one query its own; of none it is undefined. */
export const all = (of: readonly Node[]): Node | undefined => (of.length > 1 ? { kind: "all", of } : of[0]);

/**
 * The documents of query, scored higher if they match others too. Without query the others decide.
 */
export const prefer = (query: Node | undefined, others: readonly Node[]): Node | undefined =>
  query && others.length > 0 ? { kind: "prefer", query, others } : (query ?? any(others));
