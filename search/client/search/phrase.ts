// Finds phrases as search/internal/index/phrase.go does: of the documents with its terms a few are
// read, and grams tell where more have it.

import { grams as limits } from "../../internal/constants/constants.json";
import { cover, follow } from "../index/grams";
import type { Part } from "../index/part";
import { match } from "../index/score";
import { all, any, prefix, term } from "../plan/node";
import { analyze, prepare } from "../text/analyze";
import { containsPhrase, fold, hasHan, isOneHan } from "../text/fold";
import type { Token } from "../text/tokenize";

/** Where a phrase stands, as document numbers. */
export interface PhraseMatch {
  /** The very words. */
  readonly asWritten: ReadonlySet<number>;
  /**
   * These, and words of the same stems, with any stop words between them; of many documents all
   * with the words.
   */
  inflected(): ReadonlySet<number>;
}

/** Looks for a phrase in title or body. */
export function findPhrase(part: Part, written: string): PhraseMatch {
  const phrase = fold(written);
  const tokens = analyze(part.language, prepare(part.language, written));
  const query = all(tokens.map((t) => any((["title", "body"] as const).map((f) => (isOneHan(t.term) ? prefix : term)(f, t.term, 1)))!));
  const covered = cover(phrase);
  // One word that is several terms, as in Katakana, is in no list.
  const grams = covered[0]?.size === 1 && tokens.length > 1 ? [] : covered;
  if (!query && (grams[0]?.size ?? 0) <= 1) {
    return { asWritten: new Set(), inflected: () => new Set() }; // stop words only: the index does not know where they are
  }
  const candidates = query ? [...match(part, query).keys()] : Array.from({ length: part.documents }, (_, doc) => doc);
  const few = candidates.length <= limits.read;
  const keep = (docs: number[], is: (text: string) => boolean) => docs.filter((doc) => texts(part, doc).some(is));
  // Few documents have three terms of a phrase, or all of a run of Han characters; other grams are
  // asked for together with the terms.
  const soon = tokens.length < 3 && !hasHan(phrase);
  const places = soon || !few ? grams.map((g) => part.places(g)) : [];
  let found = few ? candidates : candidates.filter(follow(grams, places));
  if (found.length <= limits.read) {
    found = keep(found, (text) => containsPhrase(fold(text), phrase));
  }
  const asWritten = new Set(found);
  const inOrder = (text: string) => hasInOrder(analyze(part.language, prepare(part.language, text)), tokens);
  return { asWritten, inflected: () => new Set(few ? [...found, ...keep(candidates, inOrder)] : candidates) };
}

function texts(part: Part, doc: number): string[] {
  const [title = "", body = ""] = ["name", "body"].map((field) => part.stored(doc)?.values.get(field)?.[0]);
  return [part.letters(title), body]; // the title is stored as written
}

function hasInOrder(text: readonly Token[], phrase: readonly Token[]): boolean {
  const at = new Map(text.map((t) => [t.position, t.term]));
  return text.some((t) => phrase.every((p) => at.get(t.position + p.position - phrase[0]!.position) === p.term));
}
