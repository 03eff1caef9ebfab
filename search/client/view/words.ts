// The words of the view: a file a language in words/, which Go reads, too (search/words.go). A site
// adds a language, or says something else, by a classic script before this one: `KengashWords =
// {uz: {…}, en: {label: "Find"}}`.

import { entry } from "../entry";
import en from "./words/en.json";
import ru from "./words/ru.json";
import zh from "./words/zh.json";

/** A word for a number: by the plural rules of its language. {n} is the number. */
type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface Words {
  label: string; // of the field and the button
  filters: string;
  every: string; // all values of a facet; all hits, from the box
  clear: string; // search without filters
  all: string; // search in all languages
  sort: string;
  relevance: string;
  date: string;
  searching: string;
  found: Counted;
  hits: string; // {n} the list, for those who hear it
  more: string;
  partial: string; // heading of documents that have some of the words
  inflected: string;
  apart: string; // no text has the phrase, in no form of its words
  corrected: string; // {q} is what was searched instead
  instead: string; // {q} is what was written
  also: string; // the document in other languages
  none: string;
  spelling: string;
  signs: string;
  failed: string;
  damaged: string; // some files of the index, so that the answer may not be whole
  again: string;
  facets: Record<string, string>; // headings of facets, by name
}

declare global {
  var KengashWords: Record<string, Partial<Words>> | undefined;
}

const table: Record<string, Words> = { en, ru, zh };

/** What the view says in one language. */
export class Speech {
  readonly words: Words;
  /** What the site says otherwise. */
  private readonly site: Partial<Words>;
  private readonly plural: Intl.PluralRules;
  private readonly number: Intl.NumberFormat;
  private readonly names: Intl.DisplayNames;

  constructor(readonly lang: string) {
    const tag = locale(lang);
    const known = (l: string) => entry(table, l) ?? entry(globalThis.KengashWords, l);
    const key = [lang, lang.toLowerCase().split(/[-_]/)[0]!].find(known) ?? "en";
    const ours = entry(table, key) ?? en;
    this.site = entry(globalThis.KengashWords, key) ?? {};
    this.words = { ...ours, ...this.site, facets: ours.facets };
    this.plural = new Intl.PluralRules(tag);
    this.number = new Intl.NumberFormat(tag);
    this.names = new Intl.DisplayNames(tag, { type: "language", fallback: "code" });
  }

  found(n: number): string {
    const forms = this.words.found;
    return (forms[this.plural.select(n)] ?? forms.other).replace("{n}", this.number.format(n));
  }

  /** The heading of a facet; label is what the index calls it. */
  facet(name: string, label = ""): string {
    // A site may have the heading among its other words, under a name that none of ours has.
    const among = name in en ? "" : entry(this.site as Record<string, unknown>, name);
    return entry(this.site.facets, name) || label || (typeof among === "string" && among) || entry(this.words.facets, name) || name;
  }

  quote(word: "corrected" | "instead" | "none", query: string): string {
    return this.words[word].replace("{q}", () => query);
  }

  /** A date as an index has it, in words. */
  date(written: string): string {
    const day = new Date(written); // of UTC, since no hour is written
    const style: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
    if (written.length > 4) {
      style.month = "long";
    }
    if (written.length > 7) {
      style.day = "numeric";
    }
    return Number.isNaN(day.getTime()) ? written : day.toLocaleDateString(locale(this.lang), style);
  }

  numeral(n: number): string {
    return this.number.format(n);
  }

  language(lang: string): string {
    return this.names.of(locale(lang)) ?? lang;
  }
}

/** The name of a language in itself, as a title has it. */
export function ownName(lang: string): string {
  const tag = locale(lang);
  const name = new Intl.DisplayNames(tag, { type: "language", fallback: "code" }).of(tag) ?? lang;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** A language key as a language tag; what is none is taken for English. */
export function locale(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang.replace(/_/g, "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}
