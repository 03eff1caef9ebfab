// How a query is asked of the index of one language: the same plan as in search/internal/query,
// which explains why.

import { boosts, query } from "../../internal/constants/constants.json";
import { analyze, prepare, type Language } from "../text/analyze";
import { fold, foldSurface, hasHan, isOneHan } from "../text/fold";
import { splits } from "../text/compounds";
import { ellipsis, hasEllipsis, unnumbered } from "../text/letters";
import { otherNames, type ConceptMatch, type Glossary } from "./glossary";
import { Joins } from "./joins";
import { Matcher, type NamePart } from "./matcher";
import { all, any, anyOf, prefer, term, type Node, type TextField } from "./node";
import { wantedText, type Query, type Term } from "./parse";
import { isSpellingWord } from "./spelling";
import { Alternatives, queries, titles, together, type Word } from "./word";

/** The number of tiers a query is tried in: all words, all but one, half, any. */
export const tierCount = 4;

const functionCharacters = new RegExp(`[${query.functionCharacters}]`);

/** Answers which terms an index has. */
export interface Dictionary {
  /** In title or body; undefined while that is not known. */
  has(term: string): boolean | undefined;
  hasPrefix(prefix: string): boolean | undefined;
  hasIn(field: TextField, term: string): boolean | undefined;
}

/** What a plan is made with. */
export interface Setting {
  readonly lang: string;
  readonly language: Language;
  readonly dict: Dictionary;
  readonly glossary: Glossary;
  /** The documents with a phrase as written. */
  phrase(t: Term): ReadonlySet<number>;
  /**
   * Words of the texts that are an edit away from one, the most frequent first; without it no word
   * is taken for another.
   */
  spell?: ((word: string) => readonly string[]) | undefined;
  /** No language has the word, so that it may be two. */
  lost?: ((word: string) => boolean) | undefined;
  /** The last word may not be finished. */
  readonly typing: boolean;
}

export class Plan {
  /** No text, or phrases of stop words alone: every document, for browsing by filters. */
  readonly anything: boolean;
  /** Signs alone, which no document is looked up by. */
  readonly nothing: boolean;
  readonly marks = new Matcher();
  readonly forbidden: Node[] = [];
  /** Words that the index does not have, as they are written. */
  readonly unknown = new Set<string>();
  /** What some of them were taken for. */
  readonly fixes = new Map<string, string>();

  private readonly joins: Joins;
  private readonly words: Word[] = []; // what tiers are made of
  private readonly quoted: Word[] = []; // of phrases: the phrase is a filter, they are for the score
  private readonly exact: Node[] = []; // the whole query as title or alias

  constructor(
    q: Query,
    private readonly setting: Setting,
  ) {
    this.joins = new Joins(setting.language, setting.dict);
    const seen = new Set<string>();
    const add = (to: Word[], words: readonly Word[]) => {
      for (const w of words) {
        if (!seen.has(w.key)) {
          seen.add(w.key);
          to.push(w);
        }
      }
    };
    const { terms } = q;
    const isPlain = (i: number) => terms[i] !== undefined && !terms[i].not && !terms[i].phrase && !terms[i + 1]?.or;
    for (let i = 0, end = 0; i < terms.length; i = end) {
      const t = terms[i]!;
      for (end = i + 1; terms[end]?.or; ) {
        end++;
      }
      if (end > i + 1) {
        add(this.words, this.either(terms.slice(i, end)));
      } else if (t.not) {
        // A phrase is found by its text, see phrase.ts.
        const unwanted = t.phrase ? undefined : all(queries(this.wordsOf(t, new Matcher())));
        if (unwanted) {
          this.forbidden.push(unwanted);
        }
      } else if (t.phrase) {
        add(this.quoted, this.wordsOf(t));
      } else {
        while (isPlain(end)) {
          end++;
        }
        add(this.words, this.plain(terms.slice(i, end), end === terms.length));
      }
    }
    const key = fold(wantedText(q));
    for (const k of [key, this.corrected(key), unnumbered(wantedText(q))]) {
      if (k === "" || this.exact.length > 0) {
        continue;
      }
      const aliases = hasEllipsis(wantedText(q)) ? [k, k + ellipsis] : [k];
      for (const [field, t, boost] of [["tk", k, boosts.exact], ...aliases.map((a) => ["ak", a, boosts.alias] as const)] as const) {
        if (setting.dict.hasIn(field, t)) {
          this.exact.push(term(field, t, boost));
        }
      }
    }
    const phrased = terms.some((t, i) => t.phrase && !t.not && !t.or && !terms[i + 1]?.or);
    this.nothing = q.signs;
    this.anything = (terms.every((t) => t.not) && !q.signs) || (phrased && this.words.length + this.quoted.length + this.exact.length === 0);
  }

  /** A folded query with its misspelt words replaced, "" if there are none. */
  private corrected(key: string): string {
    return this.fixes.size === 0
      ? ""
      : key
          .split(" ")
          .map((w) => this.fixes.get(w) ?? w)
          .join(" ");
  }

  /** The query of a tier; undefined if it asks for nothing that an earlier one did not. */
  tier(n: number): Node | undefined {
    if (this.nothing) {
      return undefined;
    }
    const quoted = queries(this.quoted);
    if (n === 0) {
      let q = together(this.words);
      const most = q && this.mostWithTitle();
      if (most) {
        q = all([any(queries(this.words))!, any([q!, most])!]);
      }
      q = prefer(prefer(q, quoted), titles(this.words));
      return any(q ? [q, ...this.exact] : this.exact);
    }
    const count = this.words.length;
    const least = [count, count - 1, (count + 1) >> 1, 1];
    return least[n]! < 1 || least[n]! >= least[n - 1]!
      ? undefined
      : prefer(anyOf(least[n]!, queries(this.words)), quoted);
  }

  // Two thirds of the words, half of all words in the title.
  private mostWithTitle(): Node | undefined {
    const n = this.words.length;
    const inTitle = titles(this.words);
    const half = Math.max(2, (n + 1) >> 1);
    const most = Math.floor((2 * n + 2) / 3);
    return most === n || half > inTitle.length
      ? undefined
      : all([anyOf(half, inTitle), anyOf(most, queries(this.words))]);
  }

  /** What a term of the query means in the index, in the order of the text. Stop words are gone. */
  wordsOf(t: Term, marks = this.marks): Word[] {
    let text = prepare(this.setting.language, t.text);
    let tail = "";
    if (t.prefix) {
      tail = /(?:(?!\p{sc=Han})[\p{L}\p{Nd}\p{M}])*$/u.exec(text)![0];
      if ([...tail].length < query.prefix) {
        tail = "";
      }
      text = text.slice(0, text.length - tail.length);
    }
    const out = this.tokens(text, 1, marks, t.phrase || t.not);
    if (tail !== "") {
      out.push(this.prefixOf(tail, marks));
    }
    return out;
  }

  // One word of the plan for terms of which one is enough.
  private either(group: readonly Term[]): Word[] {
    let key = "";
    const alternatives: Node[] = [];
    for (const t of group) {
      const words = this.wordsOf(t);
      const q = together(words);
      if (q) {
        key += ` | ${t.text}`;
        alternatives.push(t.phrase ? { kind: "within", query: q, docs: this.setting.phrase(t) } : q);
      }
    }
    const either = any(alternatives);
    return either ? [{ key, query: either, title: undefined, optional: false }] : [];
  }

  // The words of plain terms side by side. Names of concepts among them become one word each, which
  // is found by the other names as well.
  private plain(terms: readonly Term[], last: boolean): Word[] {
    const { glossary } = this.setting;
    const out: Word[] = [];
    const rest = [...terms];
    this.joins.of(terms.map((t) => t.text).join(" "));
    while (rest.length > 0) {
      const named = glossary.at(rest);
      if (named) {
        out.push(...this.concept(named[1]));
        rest.splice(0, named[0]);
        continue;
      }
      let t = rest.shift()!;
      for (let inside; (inside = glossary.inside(t)); ) {
        const [before, match, after] = inside;
        out.push(...this.wordsOf({ ...t, text: before }), ...this.concept(match));
        t = { ...t, text: after };
      }
      const ends = last && rest.length === 0 && !t.prefix;
      out.push(...(ends ? this.tokens(prepare(this.setting.language, t.text), 1, this.marks, false, true) : this.wordsOf(t)));
    }
    this.joins.of("");
    return out;
  }

  // A concept by the name that was typed and, with less weight, by its names in the language of the
  // index.
  private concept(c: ConceptMatch): Word[] {
    const { lang, language } = this.setting;
    const found = new Alternatives();
    const add = (name: string, boost: number, marks: Matcher) => {
      const words = this.tokens(prepare(language, name), boost, marks, true);
      const named = together(words);
      if (named) {
        found.anywhere.push(named);
        found.title.push(all(titles(words))!);
      }
    };
    add(c.typed, 1, this.marks);
    this.marks.nextWord();
    otherNames(c, lang).forEach((name) => {
      add(name, boosts.name, new Matcher());
      this.marks.addName(this.parts(name));
    });
    return found.anywhere.length > 0 ? [found.word(`concept ${fold(c.typed)}`)] : [];
  }

  // The words of a name.
  private parts(name: string): NamePart[] {
    const { language, dict } = this.setting;
    const prepared = prepare(language, name);
    const tokens = analyze(language, prepared);
    return tokens.map((t) => {
      const variants = language.variants?.(t.term, foldSurface(prepared.slice(t.start, t.end)), (v) => dict.has(v) === true);
      return { position: t.position - tokens[0]!.position, forms: [t.term, ...(variants ?? [])] };
    });
  }

  // The words of a prepared text. With exact, none of them is taken for another; with last, that
  // which ends the text may not be finished.
  private tokens(text: string, boost: number, marks: Matcher, exact: boolean, last = false): Word[] {
    const tokens = analyze(this.setting.language, text);
    const out: Word[] = [];
    for (let i = 0; i < tokens.length; ) {
      // A run of Han characters: tokens that overlap or touch.
      let j = i + 1;
      while (j < tokens.length && hasHan(tokens[i]!.term) && hasHan(tokens[j]!.term) && tokens[j]!.start <= tokens[j - 1]!.end) {
        j++;
      }
      for (const token of tokens.slice(i, j)) {
        const surface = foldSurface(text.slice(token.start, token.end));
        const optional = j - i > 1 && functionCharacters.test(token.term);
        if (isOneHan(token.term)) {
          // The index has pairs, so the pairs that begin with it.
          marks.nextWord();
          marks.addPrefix(token.term);
          const found = new Alternatives();
          found.addPrefix(token.term, boost);
          out.push(found.word(`${token.term}*`, optional));
        } else {
          const found = exact || hasHan(token.term)
            ? this.known(token.term, surface, boost, marks)[0]
            : this.word(token.term, surface, marks, last && token.end === text.length);
          out.push(...(found ? [found.word(token.term, optional)] : []));
        }
      }
      i = j;
    }
    return out;
  }

  // A term and its variants, or something more, and whether the index has none of them. What there
  // is more takes nothing from the weight of the others.
  private known(
    stem: string,
    surface: string,
    boost: number,
    marks: Matcher,
    more = new Alternatives(),
  ): [found: Alternatives, absent: boolean] {
    const { language, dict } = this.setting;
    let absent = true;
    const has = (t: string) => {
      const known = dict.has(t);
      absent &&= known === false;
      return known === true;
    };
    has(stem);
    marks.nextWord();
    const found = new Alternatives();
    const terms = [stem, ...(language.variants?.(stem, surface, has) ?? [])];
    const n = terms.length;
    for (const t of terms) {
      marks.addTerm(t);
      found.addTerm(t, (boost * (n + more.anywhere.length)) / n, (n + more.title.length) / n);
    }
    found.anywhere.push(...more.anywhere);
    found.title.push(...more.title);
    return [found, absent];
  }

  // A word. The last one of a query may be the beginning of another, if the reader is still typing
  // or if the index does not have it; any other that the index does not have may be misspelt. There
  // is none if it is a misspelt stop word.
  private word(stem: string, surface: string, marks: Matcher, last: boolean): Alternatives | undefined {
    const { dict, typing } = this.setting;
    const more = new Alternatives();
    marks.addWhole(surface);
    const wholes = this.joins.add(more, stem, surface);
    const [found, absent] = this.known(stem, surface, 1, marks, more);
    wholes.forEach((t) => {
      marks.addTerm(t);
      marks.addWhole(t);
    });
    const begins = last && (absent || typing) && [...surface].length >= query.prefix ? dict.hasPrefix(surface) : false;
    if (begins) {
      marks.addPrefix(surface);
      found.addPrefix(surface, boosts.tail);
    }
    // Of a slip in an ending the stem of the stem may be known by chance.
    if (!absent && more.anywhere.length === 0 && isSpellingWord(surface) && dict.has(stem) === false && dict.has(surface) === false) {
      this.unknown.add(surface);
      const [candidates] = this.candidates(surface, marks);
      found.anywhere.push(...candidates.anywhere);
      found.title.push(...candidates.title);
    }
    if (absent && begins === false && more.anywhere.length === 0 && (isSpellingWord(surface) || splits(surface).length > 0)) {
      this.unknown.add(surface);
      const [candidates, stop] = this.candidates(surface, marks);
      if (candidates.anywhere.length > 0) {
        return candidates;
      }
      if (stop !== undefined) {
        this.fixes.set(surface, stop);
        return undefined;
      }
      if (this.setting.lost?.(surface)) {
        this.addSplit(found, surface, marks);
      }
    }
    return found;
  }

  // The documents that have an absent word as two.
  private addSplit(found: Alternatives, surface: string, marks: Matcher): void {
    const { dict } = this.setting;
    for (const split of splits(surface)) {
      const keys = split.map((word) => this.joins.key(word));
      if (keys.some((k) => k.key === "" || (!k.stop && !dict.has(k.key))) || keys.every((k) => k.stop)) {
        continue;
      }
      const docs = this.setting.phrase({ text: split.join(" "), phrase: true, prefix: false, not: false, or: false });
      if (docs.size === 0) {
        continue;
      }
      const has = keys.filter((k) => dict.has(k.key));
      const parts = this.parts(split.join(" "));
      if (parts.length > 1) {
        marks.addName(parts);
      }
      const words = all(has.map((k) => any([term("title", k.key, boosts.title), term("body", k.key, 1)])!));
      found.anywhere.push({ kind: "within", query: words!, docs });
      return;
    }
  }

  // The words that a misspelt one may mean, and the first stop word among them.
  private candidates(surface: string, marks: Matcher): [found: Alternatives, stop?: string] {
    const seen = new Set<string>();
    let stop: string | undefined;
    for (const c of (isSpellingWord(surface) && this.setting.spell?.(surface)) || []) {
      const tokens = analyze(this.setting.language, c);
      if (tokens.length === 0) {
        stop ??= c;
      }
      if (tokens.length === 1 && seen.size < query.candidates) {
        if (seen.size === 0) {
          this.fixes.set(surface, c);
        }
        seen.add(tokens[0]!.term);
      }
    }
    const found = new Alternatives();
    for (const t of seen) {
      marks.addTerm(t);
      found.addTerm(t, 1);
    }
    return stop === undefined ? [found] : [found, stop];
  }

  // Words by their beginning, which may be longer than the stem that the index has of them.
  private prefixOf(tail: string, marks: Matcher): Word {
    const { dict, language } = this.setting;
    const p = foldSurface(tail);
    marks.nextWord();
    marks.addPrefix(p);
    const found = new Alternatives();
    found.addPrefix(p, 1);
    const tokens = analyze(language, tail);
    let stem = "";
    if (tokens.length === 1 && dict.has(tokens[0]!.term)) {
      stem = tokens[0]!.term;
    } else if (dict.hasPrefix(p) === false) {
      stem = longestTermIn(p, dict);
    }
    if (stem !== "") {
      marks.addTerm(stem);
      found.addTerm(stem, 1);
    }
    return found.word(`${p}*`);
  }
}

// The longest term with which a prefix that no term begins with begins itself: of four letters or
// more, and at most three shorter.
function longestTermIn(p: string, dict: Dictionary): string {
  const runes = [...p];
  for (let n = runes.length - 1; n >= Math.max(4, runes.length - 3); n--) {
    const t = runes.slice(0, n).join("");
    if (dict.has(t)) {
      return t;
    }
  }
  return "";
}
