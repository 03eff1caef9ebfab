// Words that are written of parts: as search/internal/text/compounds.go.

import { spelling } from "../../internal/constants/constants.json";
import { hasHan } from "./fold";

/** The words of a prepared text as they are written, without those in Han characters. */
export const wordsOf = (s: string): RegExpExecArray[] => Array.from(s.matchAll(/(?:(?!\p{sc=Han})[\p{L}\p{Nd}\p{M}])+/gu));

/** The parts of a word in Latin letters that begin with a capital: camel and Case, XML and Http. */
export const capitalParts = (word: string): string[] => word.split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})/);

/** Reports whether what stands between two words makes one word of them. */
export function joins(before: string, sign: string, after: string): boolean {
  const digits = /[0-9]$/.test(before);
  const number = /^[0-9]/.test(after);
  switch (sign) {
    case "-":
    case "'":
      return true;
    case ",":
      return digits && number;
    case ".":
      return ([...before].length === 1 && [...after].length === 1) || (number && (!digits || after.length === 3));
  }
  return false;
}

/**
 * The ways in which a word may be two: where digits meet letters, or else anywhere but for single
 * letters, the longest beginning first.
 */
export function splits(word: string): [string, string][] {
  const runes = [...word];
  const at = (i: number): [string, string] => [runes.slice(0, i).join(""), runes.slice(i).join("")];
  const places = runes.map((_, i) => i).reverse();
  const digit = (i: number) => /\p{Nd}/u.test(runes[i]!);
  const found = places.filter((i) => i > 0 && digit(i) !== digit(i - 1));
  if (found.length > 0 || hasHan(word) || runes.length > spelling.max) {
    return found.map(at);
  }
  return places.filter((i) => i > 1 && i < runes.length - 1).map(at);
}
