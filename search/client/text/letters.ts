// What readers take for the same, in one form: the same as search/internal/text/letters.go, sign by
// sign.

import { headings } from "../../internal/constants/constants.json";
import { fold, lower, normalize } from "./fold";

// The capitals whose small letters take fewer bytes in UTF-8: the same as in
// search/internal/text/language.go.
const shrinking = "İẞⱢⱤⱭⱮⱯⱰⱾⱿꞍꞪꞫꞬꞭꞮꞰꞱꞲꟅ";
const invisible = "\\u034f\\u061c\\u200d-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\p{VS}";
const compatible =
  "ª²³µ¹º¼-¾\\u2070-\\u209c\\u2100-\\u218b\\u2460-\\u24ea\\u3200-\\u33ff\\ufb00-\\ufb17\\ufb50-\\ufdfb\\ufe70-\\ufefc\\uff01-\\uff5e\\uffa0-\\uffdc\\u{1d400}-\\u{1d7ff}";
const apostrophes = /[`\u2018\u2019\u02bb-\u02bd\uff07]/u;
const isInvisible = new RegExp(`[${invisible}]`, "u");
const isCompatible = new RegExp(`[${compatible}]`, "u");
// The joiner within words of Persian is a blank for many, in other writings it is nothing.
const signs = new RegExp(
  `[${invisible}${compatible}\`\\u2018\\u2019\\u02bb-\\u02bd\\uff07‐‑ı${shrinking}]|(?<!\\p{sc=Arab}[${invisible}]*)\\u200c|(?![0-9])\\p{Nd}`,
  "gu",
);

function foldSign(c: string): string {
  if (isInvisible.test(c) || c === "\u200c") {
    return "";
  }
  if (apostrophes.test(c)) {
    return "'";
  }
  if (c === "‐" || c === "‑") {
    return "-";
  }
  if (isCompatible.test(c)) {
    return c.normalize("NFKC");
  }
  return c === "ı" ? "i" : /\p{Nd}/u.test(c) ? String(digitOf(c.codePointAt(0)!)) : lower(c);
}

/** The value of a decimal digit: those of a script are ten in a row. */
function digitOf(code: number): number {
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
    zero--;
  }
  return code - zero;
}

// A number in groups of three digits; with blanks two or three of them.
const groups = /(?<![\d.,':]|\d )\d{1,3}(?:(?:,\d{3})+|(?:'\d{3})+|(?:٬\d{3})+|(?: \d{3}){1,2}(?! \d))(?!\d)/g;

const headingNumber = new RegExp(headings.number, "iu");

/**
 * The folded form of a title without the number at its head, "" if it has none or nothing else.
 */
export function unnumbered(title: string): string {
  const text = foldLetters(normalize(title));
  const number = headingNumber.exec(text);
  return number ? fold(text.slice(number[0].length)) : "";
}

/** The sign at the end of a command that asks for more: "Save…" beside "Save". */
export const ellipsis = "…";

/** Reports whether a title ends with an ellipsis, or with three full stops for it. */
export const hasEllipsis = (title: string): boolean => /(?:…|\.\.\.)\s*$/.test(title);

/** A text that was changed, and where its signs come from. */
export interface Mapped {
  readonly text: string;
  /** What a range of it was in the text as it was. */
  was(start: number, end: number): [start: number, end: number];
}

/** A change: what is from one position to another becomes other signs. */
type Change = [from: number, to: number, text: string];

/** Letters with a way back to the text as it was. */
export function mapLetters(s: string): Mapped {
  const folded = apply(s, Array.from(s.matchAll(signs), (m): Change => [m.index, m.index + m[0].length, foldSign(m[0])]));
  const joined = joinGroups(folded.text);
  return { text: joined.text, was: (start, end) => folded.was(...joined.was(start, end)) };
}

/** One form of what is written in several ways. */
export const foldLetters = (s: string): string => mapLetters(s).text;

/** Removes what separates the thousands of the numbers of a text. */
export const joinNumbers = (s: string): string => joinGroups(s).text;

const joinGroups = (s: string): Mapped =>
  apply(
    s,
    Array.from(s.matchAll(groups)).flatMap((m) =>
      Array.from(m[0].matchAll(/\D/g), (sign): Change => [m.index + sign.index, m.index + sign.index + 1, ""]),
    ),
  );

function apply(s: string, changes: readonly Change[]): Mapped {
  if (changes.length === 0) {
    return { text: s, was: (start, end) => [start, end] };
  }
  let text = "";
  let last = 0;
  const at: number[] = [];
  const ends: number[] = [];
  const keep = (to: number) => {
    for (; last < to; last++) {
      at.push(last);
      ends.push(last + 1);
    }
  };
  for (const [from, to, other] of changes) {
    text += s.slice(last, from) + other;
    keep(from);
    for (let i = 0; i < other.length; i++) {
      at.push(from);
      ends.push(to);
    }
    last = to;
  }
  text += s.slice(last);
  keep(s.length);
  return { text, was: (start, end) => (start < end ? [at[start]!, ends[end - 1]!] : [start, end]) };
}
