// What a page that brings its own view works with; README.md shows how.

/** What is counted and filtered: "lang", and the names that the site gave, such as "topic". */
export type Facet = string;

export interface OpenOptions {
  /** Address of the folder `search/`; where kengash-search.js itself lies, if it is left out. */
  base?: string;
  /** The reader's language; that of the page, if it is left out. */
  lang?: string;
}

export interface SearchOptions {
  /** One language's documents, or "" for all languages; the reader's, if it is left out. */
  lang?: string;
  /**
   * A document is a hit if it has one of the values, or of their labels, of each facet that has
   * any.
   */
  filters?: Partial<Record<Facet, readonly string[]>>;
  /** By how well documents match (which is the default), or newest first. */
  sort?: "relevance" | "date";
  /** How many hits to return, 10 if it is left out; 0 to count only. */
  limit?: number;
  /** How many hits to leave out before them. */
  offset?: number;
  /** The reader is still typing: the last word may go on. */
  typing?: boolean;
  /** Take words as they are: no correction of typos. */
  exact?: boolean;
  /**
   * Answer from what can be loaded, and say so in the result, where a file of the index is damaged
   * or missing. Without it the search fails then.
   */
  partial?: boolean;
  /** Ends the search: its promise is rejected with the signal's reason. */
  signal?: AbortSignal;
}

export interface Engine {
  /** The reader's language, as the site names it: "zh" for "zh-Hans". It may have no index. */
  readonly lang: string;
  /** All languages of the site, with the number of their documents. */
  readonly languages: Readonly<Record<string, number>>;
  /** The facets of the documents besides "lang", in the order in which readers see them. */
  readonly facets: readonly Facet[];
  /**
   * Finds documents. What a reader typed is never an error; a host that does not answer is, and so
   * is a damaged file. What is published meanwhile is loaded anew.
   */
  search(query: string, options?: SearchOptions): Promise<Result>;
}

export interface Result {
  /**
   * The documents of the best tier that has any, usually those with all words or with most and half
   * in the title.
   */
  total: number;
  /** May go on after total: if that is under ten, documents that match less follow, up to ten. */
  hits: Hit[];
  /** What the documents of total have, by falling count, then by value. */
  facets: Record<Facet, FacetValue[]>;
  /** Names of facets in the reader's language, where the site has them. */
  facetLabels: Readonly<Record<Facet, string>>;
  /** No document has the phrases as written; hits have them in other forms of their words. */
  inflected: boolean;
  /**
   * No document has a phrase of the query in any form; its words were looked for by themselves.
   */
  apart: boolean;
  /** The query has no letter and no digit, so that nothing was looked for. */
  signs: boolean;
  /**
   * A file that the answer needs is damaged or missing: there may be other hits. Only where
   * SearchOptions.partial is set.
   */
  partial?: true;
  /**
   * The query that was answered, where that as typed finds little and words in it look misspelt.
   */
  correction?: string;
}

export interface Hit {
  id: string;
  /**
   * Relative to the site's root. It leads to the place of the document that contains the excerpt,
   * if it has places; where the query is its very title, to its beginning.
   */
  url: string;
  title: string;
  titleMarks: Marks;
  lang: string;
  /** "2021-11-25", "2021-11", "2021" or "". */
  date: string;
  /** Comparable within a tier of one search. */
  score: number;
  /**
   * How much of the query the document has: 0 all words or most and half in the title, 1 all but
   * one, 2 half, 3 any.
   */
  tier: number;
  /** About 200 characters of its text, around the matches if there are any. */
  excerpt: string;
  marks: Marks;
  /** The words of its whole text that match, as they are written there; each once. */
  words: readonly string[];
  /** Titles of the pages that hold it, outermost first. */
  breadcrumb: readonly string[];
  /** What it has of each facet. */
  facets: Readonly<Record<Facet, readonly Value[]>>;
  /** The same document in other languages, in order of language. */
  others: Other[];
}

export interface Other {
  lang: string;
  /** Relative to the site's root. */
  url: string;
}

/** What is to be marked in a text: from and to, in order, not overlapping, as of String.slice. */
export type Marks = [from: number, to: number][];

/** A value of a facet, with its name in the reader's language. */
export interface Value {
  value: string;
  label: string;
}

export interface FacetValue extends Value {
  count: number;
}
