// Looks misspelt words up in the lists of words, as Near in search/internal/bundle/speller.go.

import { spelling } from "../../internal/constants/constants.json";
import { compareStrings } from "../text/utf8";

/** The lists of words of a language. */
export interface Spellings {
  /** Whether there are words in Cyrillic letters, or too few to tell. */
  readonly hasCyrillic: boolean;
  /** The words that begin so, or are so when reversed, with the number of their documents. */
  spellings(backward: boolean, prefix: string): [word: string, documents: number][];
}

const bareLetters = new Map((spelling.bare.match(/../gu) ?? []).map((pair) => [pair[0]!, pair[1]!]));

/** A word without the marks of its letters, as a keyboard that does not have them types it. */
export const bare = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^]/gu, (c) => bareLetters.get(c) ?? c);

/** Reports whether the lists may have a word: letters only, two or more, no Han. */
export const isSpellingWord = (word: string): boolean =>
  /^(?:(?!\p{sc=Han})[\p{L}\p{M}])+$/u.test(word) && [...word].length >= 2 && [...word].length <= spelling.max;

/**
 * The words of the lists that differ by marks alone, or else those at a distance of one edit, or of
 * one but for marks, in order of falling frequency. An edit leaves
 * the first half of a word whole, but for its last letter, or the second half; so two look-ups of
 * prefixes find all. Of a word in Latin letters to which none is near, the same in Cyrillic ones is
 * looked for.
 */
export function near(lists: Spellings, word: string): string[] {
  const found = nearest(lists, word, false);
  return found.length === 0 && /^[a-z]+$/.test(word) && lists.hasCyrillic ? nearest(lists, cyrillicOf(word), true) : found;
}

const cyrillic = new Map(Array.from(spelling.cyrillic.matchAll(/(\S+) (\S+)/g), (m) => [m[1]!, m[2]!]));
const latin = new RegExp([...cyrillic.keys()].join("|"), "g");

/** A word in small Latin letters as it is written in Cyrillic ones. */
const cyrillicOf = (word: string): string => word.replace(latin, (s) => cyrillic.get(s)!);

/** The words near a word, and with itself that word as well. */
function nearest(lists: Spellings, word: string, itself: boolean): string[] {
  const plain = bare(word);
  const runes = [...plain];
  const short = runes.length < spelling.min;
  const half = runes.length >> 1;
  const found = new Map([
    ...lists.spellings(false, short ? plain : runes.slice(0, half - 1).join("")),
    ...(short ? [] : lists.spellings(true, reversed(runes.slice(half).join("")))).map(([w, n]): [string, number] => [reversed(w), n]),
  ]);
  if (!itself) {
    found.delete(word);
  }
  const all = Array.from(found);
  const classes = [
    (w: string) => bare(w) === plain,
    (w: string) => !short && isOneEdit([...word], [...w]),
    (w: string) => !short && isOneEdit(runes, [...bare(w)]),
  ].map((is) => all.filter(([w]) => is(w)));
  return (classes.find((c) => c.length > 0) ?? [])
    .sort(([a, n], [b, m]) => m - n || compareStrings(a, b))
    .map(([w]) => w);
}

const reversed = (s: string): string => [...s].reverse().join("");

/** One letter put in, taken out, changed or swapped with the next. */
function isOneEdit(a: readonly string[], b: readonly string[]): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) {
    start++;
  }
  let m = a.length;
  let n = b.length;
  while (m > start && n > start && a[m - 1] === b[n - 1]) {
    m--;
    n--;
  }
  const [x, y] = [m - start, n - start]; // how many letters differ
  return Math.max(x, y) === 1 || (x === 2 && y === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]);
}
