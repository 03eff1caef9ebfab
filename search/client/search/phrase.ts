// Finds phrases as search/phrase.go does: candidates by the positions of words, then the words as
// written in the stored text.

import type { Part } from "../index/part";
import { match } from "../index/score";
import { all } from "../plan/node";
import { isOneHan, type Word } from "../plan/plan";
import { analyze, prepare } from "../text/analyze";
import { containsPhrase, fold } from "../text/fold";
import type { Token } from "../text/tokenize";

/** Where a phrase stands, as document numbers. */
export interface PhraseMatch {
  /** The very words. */
  readonly asWritten: ReadonlySet<number>;
  /** These, and words of the same stems, with any stop words between them. */
  readonly inflected: ReadonlySet<number>;
}

const none: PhraseMatch = { asWritten: new Set(), inflected: new Set() };

/** Looks for a phrase in title or body; words are those that the plan has of it. */
export function findPhrase(part: Part, written: string, words: readonly Word[]): PhraseMatch {
  const query = all(words.map((w) => w.query));
  if (!query) {
    return none; // stop words only: the index does not know where they are
  }
  const tokens = analyze(part.language, prepare(part.language, written));
  // A single Han character is a term only beside other writing; elsewhere it is half a pair.
  const ordered = !tokens.some((t) => isOneHan(t.term));
  const candidates = ordered
    ? new Set((["title", "body"] as const).flatMap((field) => inOrder(part, field, tokens)))
    : new Set(match(part, query).keys());
  const phrase = fold(written);
  const asWritten = new Set(
    [...candidates].filter((doc) => {
      const values = part.stored(doc)?.values;
      return ["name", "body"].some((field) => containsPhrase(fold(values?.get(field)?.[0] ?? ""), phrase));
    }),
  );
  return { asWritten, inflected: ordered ? candidates : none.inflected };
}

// The documents that have the tokens in a field, as far from one another as in the phrase.
function inOrder(part: Part, field: "title" | "body", tokens: readonly Token[]): number[] {
  const positions = tokens.map((t) => part.positions(field, t.term));
  const first = tokens[0]!.position;
  return [...positions[0]!.keys()].filter((doc) =>
    positions[0]!.get(doc)!.some((at) => tokens.every((t, i) => positions[i]!.get(doc)?.includes(at + t.position - first))),
  );
}
