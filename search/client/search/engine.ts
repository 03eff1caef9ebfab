import { hits as defaults } from "../../internal/constants/constants.json";
import type { Engine, Hit, OpenOptions, Result, SearchOptions, Value } from "../api";
import { readManifest, type Manifest } from "../index/manifest";
import { Part } from "../index/part";
import { text } from "../text/utf8";
import { Store } from "../load/store";
import type { Load } from "../load/loader";
import { filterGroups, parse, wantedText, type Query } from "../plan/parse";
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

/** Opens the index in a folder; see OpenOptions. */
export async function open(options: Required<OpenOptions>, load: Load): Promise<Engine> {
  const site = new Site(options, load);
  await site.start();
  return site;
}

class Site implements Engine {
  lang: string;
  languages: Readonly<Record<string, number>> = {};
  facets: readonly string[] = [];

  private readonly entry: Store; // what lies beside the folder of the build
  private build!: Store;
  private readonly parts = new Map<string, Part>();
  private hasNames = false;

  constructor(
    private readonly options: Required<OpenOptions>,
    private readonly load: Load,
  ) {
    this.lang = options.lang;
    this.entry = new Store(options.base, load);
  }

  async start(): Promise<void> {
    // A page in "zh-CN" is read with the index of "zh": few sites have a region in their keys, and
    // a wrong guess costs a round.
    const m = await this.entry.settle(() => this.manifest(primary(this.lang))).catch(() => this.current());
    this.languages = m!.languages;
    this.facets = m!.facets ?? [];
    this.lang = nearest(this.lang, Object.keys(this.languages));
    this.build = new Store(`${this.options.base}${m!.build}/`, this.load);
    if (entry(this.languages, this.lang)) {
      this.entry.want(() => this.part(this.lang) && this.build.want(() => this.names()));
    }
  }

  async search(query: string, options: SearchOptions = {}): Promise<Result> {
    const q = parse(query, this.facets);
    const langs = Object.keys(this.languages).filter((lang) => this.wants(lang, q, options));
    const parts = await this.entry.settle(() => langs.map((lang) => this.part(lang)), options.signal);
    await this.build.settle(() => parts.map((p) => p!.letters(query)), options.signal);
    const found = await this.build.settle(() => this.find(parts as Part[], q, options), options.signal);
    const { offset = 0, limit = defaults.limit } = options;
    const page = found.hits.slice(offset, offset + limit);
    const hits = await this.build.settle(() => page.map((f) => hitOf(f, wantedText(q), this.facets, this.names().labels, this.lang)), options.signal);
    return { ...found, hits };
  }

  private manifest(lang: string): Manifest | undefined {
    return this.entry.get(`manifest/${lang}`, readManifest);
  }

  /**
   * What is known of a build by itself, for a reader whose language has no index under that name.
   */
  private async current(): Promise<Pick<Manifest, "build" | "languages" | "facets">> {
    type Current = { build: string; languages: Record<string, { documents: number }>; facets?: string[] };
    const { build, languages, facets = [] } = (await this.entry.settle(() => this.entry.get("current", (b) => json<Current>(b))))!;
    return { build, facets, languages: Object.fromEntries(Object.entries(languages).map(([lang, l]) => [lang, l.documents])) };
  }

  private part(lang: string): Part | undefined {
    const manifest = this.parts.has(lang) ? undefined : this.manifest(lang);
    if (manifest) {
      this.parts.set(lang, new Part(manifest, this.build));
      this.hasNames = manifest.names;
    }
    return this.parts.get(lang);
  }

  private find(parts: readonly Part[], query: Query, options: SearchOptions): Omit<Result, "hits"> & { hits: Found[] } {
    const { labels, glossary } = this.names();
    const { facets } = this;
    const settings = { query, facets, options, labels, glossary };
    let asked = parts.map((p) => new Inquiry(p, settings));
    // A word that none of the languages has may be misspelt.
    const [first, ...others] = asked.map((i) => i.plan.unknown);
    const unknown = new Set(options.exact ? [] : [...(first ?? [])].filter((word) => others.every((u) => u.has(word))));
    if (unknown.size > 0) {
      asked = parts.map((p) => new Inquiry(p, settings, (part, word) => (unknown.has(word) ? near(part, word) : [])));
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
      hits: ranking.hits,
      total: ranking.total,
      facets: Object.fromEntries(counted) as Result["facets"],
      facetLabels: Object.fromEntries(named) as Result["facetLabels"],
      inflected,
      ...(correction === undefined ? {} : { correction }),
    };
  }

  private names(): Names {
    return (this.hasNames && this.build.get("names", readNames)) || noNames;
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
  const { text, marks: found, words, at } = excerpt(body, one("text"), part.language, marks);
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
