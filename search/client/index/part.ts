import type { Store } from "../load/store";
import type { TextField } from "../plan/node";
import type { Dictionary } from "../plan/plan";
import { bare, type Spellings } from "../plan/spelling";
import { languageOf, hanOf, type Language } from "../text/analyze";
import { mayBeTraditional, useHan } from "../text/han";
import { compareBytes, utf8 } from "../text/utf8";
import { upperBound } from "./bytes";
import { readColumns, readGroups, type Column } from "./columns";
import { readDocuments, type Stored } from "./documents";
import type { Manifest } from "./manifest";
import type { Index } from "./score";
import { gramHash, readPlaces, type Gram, type Places } from "./grams";
import { readTerms, readWords, type Postings, type TermShard } from "./terms";

const noPostings: Postings = { docs: [], frequencies: [] };

/** The index of one language: as much of it as is loaded, see Store. */
export class Part implements Index, Dictionary, Spellings {
  readonly lang: string;
  readonly language: Language;
  readonly documents: number;

  private readonly separators: Uint8Array[];
  private readonly firstDocs: number[]; // the first document of each file

  constructor(
    readonly manifest: Manifest,
    private readonly store: Store,
  ) {
    this.lang = manifest.lang;
    this.language = languageOf(manifest.lang);
    this.documents = manifest.documents;
    this.separators = manifest.terms.map(utf8);
    let first = 0;
    this.firstDocs = manifest.docs.map((n) => (first += n) - n);
  }

  /**
   * A query or title in the characters of the index, as far as the table is there that it may
   * need.
   */
  letters(text: string): string {
    if (this.language.foldHan && mayBeTraditional(text)) {
      this.store.get("han", useHan);
    }
    return hanOf(this.language, text);
  }

  has(term: string): boolean | undefined {
    return this.hasIn("title", term) || this.hasIn("body", term);
  }

  hasIn(field: TextField, term: string): boolean | undefined {
    return this.shard(this.shardOf(utf8(term)))?.[field].has(term);
  }

  hasPrefix(prefix: string): boolean | undefined {
    const shards = this.shards(prefix);
    const has = (s: TermShard, field: TextField) => Array.from(s[field].keys()).some((term) => term.startsWith(prefix));
    return shards.some((s) => s && (has(s, "title") || has(s, "body"))) || (shards.includes(undefined) ? undefined : false);
  }

  termsFrom(field: TextField, prefix: string): string[] {
    return this.shards(prefix).flatMap((s) => Array.from(s?.[field].keys() ?? []).filter((term) => term.startsWith(prefix)));
  }

  postings(field: TextField, term: string): Postings {
    return this.shard(this.shardOf(utf8(term)))?.[field].get(term) ?? noPostings;
  }

  lengths(field: TextField): readonly number[] {
    return this.manifest.lengths[field];
  }

  /** Where a gram stands; undefined if that is not listed, or its shard not loaded yet. */
  places(gram: Gram): Places | undefined {
    const { pairs, words } = this.manifest.grams;
    const [first, count] = gram.size > 1 ? [0, pairs] : [pairs, words];
    const bytes = this.get(`p/${first + (gramHash(gram.text) % count)}`, (b) => b);
    return bytes && readPlaces(bytes, gram, count, this.documents);
  }

  /**
   * The words of the spelling lists that begin so, or are so when reversed, with the number of
   * their documents.
   */
  spellings(backward: boolean, prefix: string): [word: string, documents: number][] {
    const { words } = this.manifest;
    const separators = (backward ? words.backward : words.forward).map(utf8);
    const first = backward ? words.forward.length + 1 : 0;
    const bytes = utf8(prefix);
    const last = upperBound(separators, Uint8Array.of(...bytes, 0xff), compareBytes);
    const out: [string, number][] = [];
    for (let k = upperBound(separators, bytes, compareBytes); k <= last; k++) {
      out.push(...(this.get(`w/${first + k}`, readWords) ?? []).filter(([word]) => bare(word).startsWith(prefix)));
    }
    return out;
  }

  get hasCyrillic(): boolean {
    const { forward } = this.manifest.words;
    return forward.length === 0 || forward.some((s) => s >= "а" && s < "ѡ");
  }

  /** A stored document; undefined while it is not loaded. */
  stored(doc: number): Stored | undefined {
    const file = upperBound(this.firstDocs, doc, (a, b) => a - b) - 1;
    return this.get(`d/${file}`, (b) => readDocuments(b, this.manifest.docs[file] ?? 0, this.manifest.fields))?.[doc - this.firstDocs[file]!];
  }

  /** The values of a facet, or of "date"; undefined while they are not loaded. */
  column(facet: string): Column | undefined {
    return facet === "date" ? this.get("s", (b) => readColumns(b, this.documents))?.get(facet) : this.manifest.columns.get(facet);
  }

  /** The values of a document for a facet, in byte order. */
  valuesOf(doc: number, facet: string): string[] {
    const column = this.manifest.columns.get(facet);
    return column?.ofDocument[doc]?.map((v) => column.values[v]!) ?? [];
  }

  /** For each document the number of its group; undefined while they are not loaded. */
  groups(): readonly number[] | undefined {
    return this.get("g", (b) => readGroups(b, this.documents));
  }

  private shardOf(term: Uint8Array): number {
    return upperBound(this.separators, term, compareBytes);
  }

  // The shards of the terms that begin so.
  private shards(prefix: string): (TermShard | undefined)[] {
    const bytes = utf8(prefix);
    const first = this.shardOf(bytes);
    const count = this.shardOf(Uint8Array.of(...bytes, 0xff)) - first + 1;
    return Array.from({ length: count }, (_, i) => this.shard(first + i));
  }

  private shard(k: number): TermShard | undefined {
    return this.get(`t/${k}`, (b) => readTerms(b, this.documents));
  }

  private get<T>(name: string, parse: (bytes: Uint8Array) => T): T | undefined {
    return this.store.get(`${this.lang}/${name}`, parse);
  }
}
