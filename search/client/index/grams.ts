// The lists that decide phrases: where two words are adjacent as written; see
// search/internal/bundle/grams.go, which explains why.

import { grams } from "../../internal/constants/constants.json";
import { hasHan } from "../text/fold";
import { within } from "../load/bounds";
import { Cursor } from "./bytes";
import { utf8 } from "../text/utf8";

/**
 * A piece of a folded text: two words, or three Han characters. At is the number of its first unit,
 * size how many it has.
 */
export interface Gram {
  readonly text: string;
  readonly at: number;
  readonly size: number;
}

/**
 * The places of a gram: of each document the places modulo 64. A word by itself has none: "all" are
 * those with its term.
 */
export type Places = ReadonlyMap<number, readonly number[]> | "all";

const { bits, rows, perPhrase } = grams;
const cycle = 1 << bits;

/** The fewest grams that a folded phrase is made of, from its beginning on. */
export function cover(phrase: string): Gram[] {
  // A unit is a word, or one Han character; with a space after it, if it is the last of its word.
  const units = phrase.match(/\p{sc=Han} ?|[^ ]+ ?/gu) ?? [];
  if (units.length === 1 && !hasHan(phrase)) {
    return [{ text: phrase, at: 0, size: 1 }];
  }
  const gramAt = (at: number): Gram | undefined => {
    const [a, b, c] = units.slice(at, at + 3);
    const size = a?.endsWith(" ") ? 2 : b?.endsWith(" ") ? 0 : 3;
    return (size === 2 ? b : size && c) ? { text: (size === 2 ? a! + b : a! + b + c).trim(), at, size } : undefined;
  };
  const out: Gram[] = [];
  for (let at = 0; at < units.length && out.length < perPhrase; ) {
    const gram = [at, at - 1, at - 2].map(gramAt).find((g) => g && g.at + g.size > at);
    if (gram) {
      out.push(gram);
    }
    at = gram ? gram.at + gram.size : at + 1;
  }
  return out;
}

/** FNV-1a. */
export const gramHash = (text: string): number => utf8(text).reduce((h, b) => Math.imul(h ^ b, 16777619) >>> 0, 2166136261);

/**
 * Reads the places of a gram, in documents below a limit, from its shard, one of so many;
 * undefined if the shard does not list it.
 */
export function readPlaces(bytes: Uint8Array, gram: Gram, shards: number, limit: number): Places | undefined {
  const c = new Cursor(bytes);
  const hashes = c.rising(c.number(), rows);
  const row = hashes.indexOf(Math.floor(gramHash(gram.text) / shards) % rows);
  if (row < 0) {
    return undefined;
  }
  const sizes = c.numbers(hashes.length);
  const documents = sizes.map((n) => c.rising(n, limit));
  if (gram.size === 1 && sizes[row] === 0) {
    return "all";
  }
  const places = c.take(bytes.length - c.at);
  within(gram.size === 1 ? 0 : sizes.reduce((sum, n) => sum + n, 0) * bits, places.length * 8);
  const first = sizes.slice(0, row).reduce((sum, n) => sum + n, 0);
  const out = new Map<number, number[]>();
  documents[row]!.forEach((doc, i) => {
    const known = out.get(doc) ?? [];
    known.push(placeAt(places, first + i));
    out.set(doc, known);
    within(known.length, cycle);
  });
  return out;
}

/** One of the places, which are written in six bits each, the lowest first. */
function placeAt(packed: Uint8Array, i: number): number {
  const bit = i * bits;
  return ((packed[bit >> 3]! | ((packed[(bit >> 3) + 1] ?? 0) << 8)) >> (bit & 7)) & (cycle - 1);
}

/**
 * Reports whether all grams of a phrase have the same distances in a document as in the phrase.
 */
export function follow(of: readonly Gram[], places: readonly (Places | undefined)[]): (doc: number) => boolean {
  return (doc) => {
    let starts: number[] | undefined; // where the phrase may begin
    of.forEach(({ at }, i) => {
      const listed = places[i];
      const found = listed === "all" ? [0] : (listed?.get(doc) ?? []);
      const first = found.map((place) => (place - at) & (cycle - 1));
      starts = starts?.filter((place) => first.includes(place)) ?? first;
    });
    return starts === undefined || starts.length > 0; // without grams the phrase is one term
  };
}
