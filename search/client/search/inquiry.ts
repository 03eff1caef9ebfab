// One search in the index of one language: the plan of the query and what narrows it down.

import type { SearchOptions } from "../api";
import type { Part } from "../index/part";
import { match, type Matches } from "../index/score";
import type { Glossary } from "../plan/glossary";
import { entry } from "../entry";
import { filterGroups, format, type Query } from "../plan/parse";
import { Plan } from "../plan/plan";
import { analyze, prepare } from "../text/analyze";
import { foldSurface } from "../text/fold";
import { Values, type Labels } from "./facets";
import { findPhrase, type PhraseMatch } from "./phrase";

/** What all languages of a search have in common. */
export interface Asked {
  readonly query: Query;
  /** All that have columns. */
  readonly facets: readonly string[];
  readonly options: SearchOptions;
  readonly labels: Labels;
  readonly glossary: Glossary;
}

/** Looks a word up that the index of a language does not have. */
export type Spell = (part: Part, word: string) => readonly string[];

export class Inquiry {
  readonly plan: Plan;
  private readonly rules: ((doc: number) => boolean)[] = [];
  private readonly phrases: PhraseMatch[] = [];
  /** The numbers of these among the phrases that are wanted. */
  private readonly numbers: number[] = [];
  /** Whether other forms of phrases do. */
  inflected = false;

  constructor(
    readonly part: Part,
    { query: typed, facets, options, labels, glossary }: Asked,
    spell?: Spell,
    lost?: (word: string) => boolean,
  ) {
    const query = { ...typed, terms: typed.terms.map((t) => ({ ...t, text: part.letters(t.text) })) };
    this.plan = new Plan(query, {
      lang: part.lang,
      language: part.language,
      dict: part,
      glossary,
      phrase: (t) => findPhrase(part, t.text).asWritten,
      spell: spell && ((word) => spell(part, word)),
      lost,
      typing: options.typing ?? false,
    });
    for (const facet of facets) {
      const asked = entry(options.filters, facet) ?? [];
      for (const values of [...filterGroups(query, facet, false), ...(asked.length > 0 ? [asked] : [])]) {
        this.rules.push(this.hasValue(facet, values, labels));
      }
      for (const values of filterGroups(query, facet, true)) {
        const has = this.hasValue(facet, values, labels);
        this.rules.push((doc) => !has(doc));
      }
    }
    for (const node of this.plan.forbidden) {
      const found = match(part, node);
      this.rules.push((doc) => !found.has(doc));
    }
    let wanted = -1;
    query.terms.forEach((t, i) => {
      wanted += Number(t.phrase && !t.not);
      if (!t.phrase || t.or || query.terms[i + 1]?.or) {
        return;
      }
      const found = findPhrase(part, t.text);
      if (t.not) {
        this.rules.push((doc) => !found.asWritten.has(doc));
      } else {
        this.phrases.push(found);
        this.numbers.push(wanted);
      }
    });
  }

  /** Whether documents have phrases in other forms of their words. */
  get hasInflected(): boolean {
    return this.phrases.some((p) => p.inflected().size > 0);
  }

  /** The phrases that no document has in any form, by their number among those that are wanted. */
  get lost(): number[] {
    return this.numbers.filter((_, k) => this.phrases[k]!.asWritten.size + this.phrases[k]!.inflected().size === 0);
  }

  /** The documents of a tier with their scores. */
  run(tier: number): Matches {
    const narrowing = [
      ...this.rules,
      ...this.phrases.map((p) => {
        const docs = this.inflected ? p.inflected() : p.asWritten;
        return (doc: number) => docs.has(doc);
      }),
    ];
    let found: Matches;
    if (this.plan.anything) {
      found = new Map(tier > 0 || this.inflected ? [] : Array.from({ length: this.part.documents }, (_, doc) => [doc, 1]));
    } else {
      const q = this.plan.tier(tier);
      // Within a boolean query, as Bleve takes it, a single term has its weight.
      found = q ? match(this.part, narrowing.length > 0 ? { kind: "all", of: [q] } : q) : new Map<number, number>();
    }
    found.forEach((_, doc) => {
      if (!narrowing.every((rule) => rule(doc))) {
        found.delete(doc);
      }
    });
    return found;
  }

  /** The query with its misspelt words replaced; undefined if there are none. */
  correction(query: Query): string | undefined {
    const { fixes } = this.plan;
    const { language } = this.part;
    if (fixes.size === 0) {
      return undefined;
    }
    const terms = query.terms.map((t) => {
      let text = prepare(language, t.text);
      let fixed = t.text;
      for (const { start, end } of t.phrase || t.not ? [] : analyze(language, text).reverse()) {
        const fix = fixes.get(foldSurface(text.slice(start, end)));
        if (fix !== undefined) {
          fixed = text = text.slice(0, start) + fix + text.slice(end);
        }
      }
      return { ...t, text: fixed };
    });
    return format({ terms, filters: query.filters });
  }

  private hasValue(facet: string, written: readonly string[], labels: Labels): (doc: number) => boolean {
    const column = this.part.column(facet);
    if (!column) {
      return () => false;
    }
    const values = new Values(labels, facet, column.values);
    const wanted = new Set(written.map((v) => column.values.indexOf(values.resolve(v))));
    return (doc) => column.ofDocument[doc]?.some((v) => wanted.has(v)) ?? false;
  }
}
