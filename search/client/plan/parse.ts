// What a reader typed, taken apart: the same language as Request.Query in search/request.go, where
// it is described.

import { query } from "../../internal/constants/constants.json";
import { lower, normalize } from "../text/fold";
import { joinNumbers } from "../text/letters";

/** A word or a phrase to look for. A word may turn out to be several terms of the index. */
export interface Term {
  readonly text: string;
  /** "in quotes": the words as written, one after the other. */
  readonly phrase: boolean;
  /** word*: every word that begins so. */
  readonly prefix: boolean;
  /** -word: not in the document. */
  readonly not: boolean;
  /** It or the term before: a OR b, a | b. */
  readonly or: boolean;
}

/** Narrows the documents down by a facet: those with one of the values. */
export interface Filter {
  readonly facet: string;
  readonly values: readonly string[];
  readonly not: boolean;
}

export interface Query {
  readonly terms: Term[];
  readonly filters: Filter[];
  /** There is something, but no letter or digit in it. */
  readonly signs: boolean;
}

const isText = (s: string): boolean => /[\p{L}\p{Nd}\p{M}]/u.test(s);

/**
 * A phrase at the beginning, and how long it is with its quotes. One word in guillemets is a word.
 */
function quoted(s: string): [text: string, length: number] | undefined {
  const found = /^"([^"]*)"?/.exec(s) ?? /^«([^»]*)»/.exec(s) ?? /^‹([^›]*)›/.exec(s);
  const text = found?.[1]!.trim() ?? "";
  return found && (s.startsWith('"') || (text.includes(" ") && !text.includes('"'))) ? [text, found[0].length] : undefined;
}

/**
 * Takes a query apart; facets are those of the site besides "lang". There are no errors: what has
 * no meaning as an operator is text.
 */
export function parse(s: string, facets: readonly string[] = []): Query {
  s = joinNumbers(normalize(s));
  s = [...s].slice(0, query.characters).join("").trim();
  s = s.replace(/[“”„‟＂「」『』]/g, '"').replace(/：/g, ":");
  if (s.split('"').length % 2 === 0) {
    s = s.replace(/"(?=[^"]*$)/, " "); // a quote that is never closed quotes nothing
  }
  const typed = s !== "";
  const q: Omit<Query, "signs"> = { terms: [], filters: [] };
  let or = false;
  const addTerm = (text: string, not: boolean, phrase: boolean, prefix: boolean) => {
    // What holds no letter and no digit is left out: a dash between words, a lone star.
    if (isText(text)) {
      // Two terms are alternatives only if both are wanted.
      const before = q.terms[q.terms.length - 1];
      q.terms.push({ text, phrase, prefix, not, or: or && !not && before !== undefined && !before.not });
    }
  };
  while ((s = s.replace(/^ +/, "")) !== "") {
    const either = /^(?:OR|\|)(?= |$)/.exec(s);
    if (either) {
      or = true;
      s = s.slice(either[0].length);
      continue;
    }
    const not = s[0] === "-";
    s = s.replace(/^-+/, "");
    const phrase = quoted(s);
    const written = phrase ? null : /^([^:]+):(?:"([^"]*)"?|([^ "]+))/.exec(s);
    const facet = lower(written?.[1] ?? "");
    const filter = facet === "lang" || facets.includes(facet) ? written : null;
    const values = (filter?.[2] !== undefined ? [filter[2]] : (filter?.[3] ?? "").split(",")).map((v) => v.trim()).filter(Boolean);
    if (phrase) {
      addTerm(phrase[0], not, true, false);
      s = s.slice(phrase[1]);
    } else if (filter && values.length > 0) {
      q.filters.push({ facet, values, not });
      s = s.slice(filter[0].length);
    } else {
      const word = /^[^ "]*/.exec(s)![0];
      const text = word.replace(/\*+$/, "");
      addTerm(text, not, false, text !== word);
      s = s.slice(word.length);
    }
    or = false;
  }
  return { ...q, signs: typed && q.terms.length + q.filters.length === 0 };
}

/**
 * The query with the words of some of its phrases in their place: those that are wanted, by their
 * number among these.
 */
export function withoutPhrases(q: Query, numbers: ReadonlySet<number>): Query {
  let n = 0;
  const terms = q.terms.flatMap((t) => {
    if (!t.phrase || t.not || !numbers.has(n++)) {
      return t;
    }
    const words = t.text.split(" ").map((word) => word.replace(/^[-*|]+|[-*|]+$/g, ""));
    return words.filter(isText).map((text) => ({ text, phrase: false, prefix: false, not: false, or: false }));
  });
  return { ...q, terms };
}

/** All that is looked for, as one line: what a title must be to be exactly the query. */
export const wantedText = (q: Query): string =>
  q.terms
    .filter((t) => !t.not)
    .map((t) => t.text)
    .join(" ");

/**
 * The groups of values of a facet that a document must have one of each of or, with not, none of.
 */
export const filterGroups = (q: Query, facet: string, not: boolean): (readonly string[])[] =>
  q.filters.filter((f) => f.facet === facet && f.not === not).map((f) => f.values);

/** Writes a query in its own language: parse makes the same of it. */
export function format(q: Omit<Query, "signs">): string {
  const sign = (not: boolean) => (not ? "-" : "");
  return [
    ...q.terms.map((t) => `${sign(t.not)}${t.or ? "OR " : ""}${t.phrase ? `"${t.text}"` : t.text}${t.prefix ? "*" : ""}`),
    ...q.filters.map((f) => `${sign(f.not)}${f.facet}:${f.values.length === 1 ? `"${f.values[0]}"` : f.values.join(",")}`),
  ].join(" ");
}
