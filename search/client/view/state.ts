// What is asked on a search page, and how its address says it:
// ?q=spectrum&topic=ai&topic=startups&year=2021&lang=all&sort=date

import { hits } from "../../internal/constants/constants.json";
import type { Facet, SearchOptions } from "../api";
import { entry } from "../entry";

/** How many hits are shown at first, and added by "more". */
export const step = hits.limit;

export interface State {
  q: string;
  chosen: Record<Facet, readonly string[]>;
  /** All languages, not the reader's only. */
  all: boolean;
  byDate: boolean;
  /** What was written is meant so: do not correct it. */
  exact: boolean;
  /** How many hits to show. */
  limit: number;
  /** The reader was typing: the last word may go on. */
  typing: boolean;
}

const everyLanguage = "all";

// What an address says besides facets of the site.
const parameters = ["q", "sort", "exact", "lang"];

/** Whether an address says something that is the search's only if the site has such a facet. */
export const saysMore = (search: string): boolean =>
  Array.from(new URLSearchParams(search).keys()).some((name) => !parameters.includes(name));

/**
 * The state that an address says, and of which the history kept the rest; facets are those of the
 * site.
 */
export function readAddress(search: string, kept: unknown, facets: readonly Facet[]): State {
  const p = new URLSearchParams(search);
  const chosen: State["chosen"] = {};
  for (const facet of ["lang", ...facets]) {
    const values = p.getAll(facet).filter((v) => v && !(facet === "lang" && v === everyLanguage));
    if (values.length > 0) {
      chosen[facet] = values;
    }
  }
  const { limit = step, typing = false } = (kept ?? {}) as Partial<State>;
  return {
    q: p.get("q") ?? "",
    chosen,
    all: p.has("lang"),
    byDate: p.get("sort") === "date",
    exact: p.has("exact"),
    limit,
    typing,
  };
}

/** The address of a state; what is in an address and is not the search's stays. */
export function writeAddress(s: State, search: string, facets: readonly Facet[]): string {
  const p = new URLSearchParams(search);
  for (const name of [...parameters, ...facets]) {
    p.delete(name);
  }
  if (s.q) {
    p.set("q", s.q);
  }
  if (s.all && !s.chosen.lang) {
    p.set("lang", everyLanguage);
  }
  for (const facet of ["lang", ...facets]) {
    entry(s.chosen, facet)?.forEach((value) => p.append(facet, value));
  }
  if (s.byDate) {
    p.set("sort", "date");
  }
  if (s.exact) {
    p.set("exact", "1");
  }
  const written = p.toString();
  return written && `?${written}`;
}

export const hasFilters = (s: State): boolean => Object.keys(s.chosen).length > 0;

/** Reports whether there is anything to ask. */
export const asks = (s: State): boolean => s.q.trim() !== "" || hasFilters(s);

/** The state with one value of a facet chosen or not. */
export function choose(s: State, facet: Facet, value: string, on: boolean): State {
  const values = (entry(s.chosen, facet) ?? []).filter((v) => v !== value);
  const { [facet]: _, ...chosen } = s.chosen;
  if (on) {
    values.push(value);
  }
  return { ...s, chosen: values.length > 0 ? { ...chosen, [facet]: values } : chosen, limit: step };
}

/** What the engine is asked for a state; apart from the choice in one facet, if that is named. */
export function options(s: State, signal: AbortSignal, without?: Facet): SearchOptions {
  const filters = { ...s.chosen };
  if (without) {
    delete filters[without];
  }
  return {
    ...(s.all ? { lang: "" } : {}),
    filters,
    sort: s.byDate ? "date" : "relevance",
    limit: without ? 0 : s.limit,
    typing: s.typing,
    partial: true,
    signal,
  };
}
