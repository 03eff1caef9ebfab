import { hits as defaults } from "../../internal/constants/constants.json";
import type { Engine, Hit, OpenOptions, Result, SearchOptions, Value } from "../api";
import { readManifest, type Manifest } from "../index/manifest";
import { Part } from "../index/part";
import { text } from "../text/utf8";
import { damaged } from "../load/bounds";
import { Store } from "../load/store";
import type { Load } from "../load/loader";
import { filterGroups, parse, wantedText, withoutPhrases, type Query } from "../plan/parse";
import { Glossary, type Concept } from "../plan/glossary";
import { near } from "../plan/spelling";
import { entry } from "../entry";
import { fold } from "../text/fold";
import { excerpt, marksOf } from "./excerpt";
import { facetValues, labelOf, Values, type Labels } from "./facets";
import { Inquiry } from "./inquiry";
import { placeUrl } from "./places";
import { rank, type Found } from "./rank";

/** What belongs to all languages: names of facet values and of concepts. */
interface Names {
  labels: Labels;
  glossary: Glossary;
}
const noNames: Names = { labels: {}, glossary: new Glossary([]) };

function readNames(bytes: Uint8Array): Names {
  const { labels, glossary } = json<{ labels: Labels; glossary: Concept[] }>(bytes);
  return { labels, glossary: new Glossary(glossary) };
}

const json = <T>(bytes: Uint8Array): T => JSON.parse(text(bytes)) as T;

/** How many builds a search may see published while it goes on. */
const mostBuilds = 3;

/** Opens the index in a folder, whichever build of it is published; see OpenOptions. */
export async function open(where: Required<OpenOptions>, load: Load): Promise<Engine> {
  let published = await Published.open(where, load);

  // Reports whether another build is published than that; it is the one that counts then.
  const isOld = async (before: Published): Promise<boolean> => {
    if (published === before) {
      const now = await Published.open(where, load, `?${Date.now()}`).catch(() => before);
      published = now.build === before.build ? before : now;
    }
    return published !== before;
  };

  return {
    get lang() {
      return published.lang;
    },
    get languages() {
      return published.languages;
    },
    get facets() {
      return published.facets;
    },
    async search(query, options = {}) {
      for (let builds = 1; ; builds++) {
        const asked = published;
        const missing = new Map<string, unknown>();
        const result = await asked.search(query, options, missing);
        const [why] = missing.values();
        if (result && !why) {
          return result;
        }
        if (builds === mostBuilds || !(await isOld(asked))) {
          if (result && options.partial) {
            return { ...result, partial: true };
          }
          throw why;
        }
      }
    },
  };
}

/** One build of a site. */
class Published {
  private readonly store: Store;
  private readonly parts = new Map<string, Part>();
  private hasNames = false;

  private constructor(
    readonly build: string,
    readonly languages: Readonly<Record<string, number>>,
    readonly facets: readonly string[],
    readonly lang: string,
    private readonly entry: Store, // what lies beside the folders
    base: string,
    load: Load,
  ) {
    const folder = (key: string): string => {
      const [lang = "", name] = key.split("/");
      return (name && this.parts.get(lang)?.manifest.part) || build;
    };
    this.store = new Store(base, folder, load);
  }

  /** Opens what the entries say, which are loaded with a query in their addresses. */
  static async open({ base, lang }: Required<OpenOptions>, load: Load, query = ""): Promise<Published> {
    const entries = new Store(base, () => "", load, query);
    // A page in "zh-CN" is read with the index of "zh": few sites have a region in their keys, and
    // a wrong guess costs a round.
    const m = await entries
      .settle(() => entries.get(`manifest/${primary(lang)}`, readManifest))
      .catch(() => current(entries));
    const own = nearest(lang, Object.keys(m!.languages));
    const opened = new Published(m!.build, m!.languages, m!.facets ?? [], own, entries, base, load);
    if (entry(opened.languages, own)) {
      entries.want(() => opened.part(own) && opened.store.want(() => opened.names()));
    }
    return opened;
  }

  /**
   * Finds documents. Files that cannot be had go into missing, with what is wrong; undefined if
   * there is nothing to answer from then.
   */
  async search(query: string, options: SearchOptions, missing: Map<string, unknown>): Promise<Result | undefined> {
    const q = parse(query, this.facets);
    const langs = Object.keys(this.languages).filter((lang) => this.wants(lang, q, options));
    const settle = <T>(store: Store, compute: () => T) => store.settle(compute, options.signal, missing);
    const all = await settle(this.entry, () => langs.map((lang) => this.part(lang)));
    const parts = all.filter((p) => p !== undefined);
    if (parts.length === 0 && missing.size > 0) {
      return undefined;
    }
    await settle(this.store, () => parts.map((p) => p.letters(query)));
    const found = await settle(this.store, () => this.find(parts, q, options));
    const { offset = 0, limit = defaults.limit } = options;
    const page = found.hits.slice(offset, offset + limit);
    const hits = await settle(this.store, () => page.map((f) => hitOf(f, wantedText(q), this.facets, this.names().labels, this.lang)));
    return { ...found, hits: hits.filter((hit) => hit.id !== "") };
  }

  private manifest(lang: string): Manifest | undefined {
    return this.entry.get(`manifest/${lang}`, (bytes) => {
      const m = readManifest(bytes);
      if (m.build !== this.build || m.lang !== lang) {
        throw damaged(`manifest/${lang}`);
      }
      return m;
    });
  }

  private part(lang: string): Part | undefined {
    const manifest = this.parts.has(lang) ? undefined : this.manifest(lang);
    if (manifest) {
      this.parts.set(lang, new Part(manifest, this.store));
      this.hasNames = manifest.names;
    }
    return this.parts.get(lang);
  }

  private find(parts: readonly Part[], query: Query, options: SearchOptions): Omit<Result, "hits"> & { hits: Found[] } {
    const { asked, ...found } = this.ranked(parts, query, options);
    const [first, ...others] = asked.map((i) => i.lost);
    const lost = new Set((first ?? []).filter((n) => others.every((o) => o.includes(n))));
    if (found.hits.length > 0 || lost.size === 0) {
      return found;
    }
    const { asked: _, ...words } = this.ranked(parts, withoutPhrases(query, lost), options);
    return { ...words, apart: words.hits.length > 0 };
  }

  private ranked(parts: readonly Part[], query: Query, options: SearchOptions): Omit<Result, "hits"> & { hits: Found[]; asked: Inquiry[] } {
    const { labels, glossary } = this.names();
    const { facets } = this;
    const settings = { query, facets, options, labels, glossary };
    let asked = parts.map((p) => new Inquiry(p, settings));
    // A word that none of the languages has may be misspelt.
    const [first, ...others] = asked.map((i) => i.plan.unknown);
    const unknown = new Set(options.exact ? [] : [...(first ?? [])].filter((word) => others.every((u) => u.has(word))));
    if (unknown.size > 0) {
      asked = parts.map((p) => new Inquiry(p, settings, (part, word) => (unknown.has(word) ? near(part, word) : []), (word) => unknown.has(word)));
    }
    const ranked = () => rank(asked, facets, options.sort === "date", options.lang || this.lang);
    let ranking = ranked();
    let inflected = false;
    if (ranking.hits.length === 0 && asked.some((i) => i.hasInflected)) {
      asked.forEach((i) => (i.inflected = true));
      ranking = ranked();
      inflected = ranking.total > 0;
    }
    const counted = ["lang", ...facets].map((f) => [f, facetValues(ranking.counts.get(f) ?? new Map(), labels, f, this.lang)]);
    const named = facets.map((f) => [f, labelOf(labels, "facet", f, this.lang)]).filter(([, label]) => label);
    const correction = ranking.hits[0]?.inquiry.correction(query);
    return {
      asked,
      hits: ranking.hits,
      total: ranking.total,
      facets: Object.fromEntries(counted) as Result["facets"],
      facetLabels: Object.fromEntries(named) as Result["facetLabels"],
      inflected,
      apart: false,
      signs: query.signs,
      ...(correction === undefined ? {} : { correction }),
    };
  }

  private names(): Names {
    return (this.hasNames && this.store.get("names", readNames)) || noNames;
  }

  private wants(lang: string, q: Query, options: SearchOptions): boolean {
    const values = new Values({}, "lang", Object.keys(this.languages));
    const has = (written: readonly string[]) => written.some((v) => values.resolve(v) === lang);
    const asked = options.filters?.lang ?? [];
    const groups = [...filterGroups(q, "lang", false), ...(asked.length > 0 ? [asked] : [])];
    const only = nearest(options.lang ?? this.lang, Object.keys(this.languages));
    return (only === "" || only === lang) && groups.every(has) && !filterGroups(q, "lang", true).some(has);
  }
}

/**
 * What is known of a build by itself, for a reader whose language has no index under that name.
 */
async function current(entries: Store): Promise<Pick<Manifest, "build" | "languages" | "facets">> {
  type Current = { build: string; languages: Record<string, { documents: number }>; facets?: string[] };
  const { build, languages, facets = [] } = (await entries.settle(() => entries.get("current", (b) => json<Current>(b))))!;
  return { build, facets, languages: Object.fromEntries(Object.entries(languages).map(([lang, l]) => [lang, l.documents])) };
}

/** A language tag without script and region: "zh" of "zh-Hans". */
function primary(lang: string): string {
  return lang.toLowerCase().split(/[-_]/)[0]!;
}

/**
 * The language of the site that a reader or a page in "zh-Hans" or "pt-BR" means; its own if there
 * is none.
 */
function nearest(lang: string, languages: readonly string[]): string {
  return (
    languages.find((l) => l.toLowerCase() === lang.toLowerCase()) ??
    languages.find((l) => l.toLowerCase() === primary(lang)) ??
    languages.find((l) => primary(l) === primary(lang)) ??
    lang
  );
}

/** What a document has of a facet. */
const valuesOf = (part: Part, doc: number, facet: string, labels: Labels, lang: string): Value[] =>
  part.valuesOf(doc, facet).map((value) => ({ value, label: labelOf(labels, facet, value, lang) || value }));

/** Query is all that is looked for. */
function hitOf({ inquiry, doc, score, tier }: Found, query: string, facets: readonly string[], labels: Labels, lang: string): Hit {
  const { part } = inquiry;
  const { marks } = inquiry.plan;
  const stored = part.stored(doc);
  const all = (field: string) => stored?.values.get(field) ?? [];
  const one = (field: string) => all(field)[0] ?? "";
  const title = one("name");
  const folded = part.letters(title);
  const body = one("body");
  const { text, marks: found, words, at } = excerpt(body, one("text"), Number(one("shown") || Infinity), part.language, marks);
  return {
    id: stored?.id ?? "",
    url: fold(folded) === fold(part.letters(query)) ? one("url") : placeUrl(one("url"), one("places"), body, at),
    title,
    titleMarks: marksOf(folded, part.language, marks),
    lang: part.lang,
    date: one("date"),
    score,
    tier,
    excerpt: text,
    marks: found,
    words,
    breadcrumb: all("crumbs"),
    facets: Object.fromEntries(facets.map((f) => [f, valuesOf(part, doc, f, labels, lang)] as const).filter(([, values]) => values.length > 0)),
    others: all("alt").map((other) => {
      const [lang = "", ...url] = other.split(" ");
      return { lang, url: url.join(" ") || lang + one("url").slice(part.lang.length) };
    }),
  };
}
