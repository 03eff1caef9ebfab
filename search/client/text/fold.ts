import { foldLetters } from "./letters";

// How texts are made comparable: the same as search/internal/text/fold.go, sign by sign.

/**
 * The first step for every text: Unicode form C without invisible signs (soft hyphen, zero-width
 * blanks) and without broken halves of characters, each run of white space one space.
 */
export function normalize(s: string): string {
  return s
    .replace(/[\u00ad\u200b\u2060\ufeff]|\p{Surrogate}/gu, "")
    .normalize("NFC")
    .replace(/[\s\u0085]+/g, " ")
    .trim();
}

/** Removes the blanks between two Han characters, which come from the layout of a page. */
export const joinHan = (s: string): string => s.replace(/(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, "");

/** Reports whether a term is Chinese, as opposed to a Latin or Cyrillic word in a Chinese text. */
export const hasHan = (s: string): boolean => /\p{sc=Han}/u.test(s);

/** Reports whether a term is a single Han character. */
export const isOneHan = (term: string): boolean => /^\p{sc=Han}$/u.test(term);

/**
 * Lower case sign by sign, as Go does it. JavaScript would make two code points of "İ", and of "Σ"
 * another sign at the end of a word than within.
 */
export const lower = (s: string): string => s.replace(/İ/g, "i").replace(/Σ/g, "σ").toLowerCase();

/**
 * The Arabic forms of letters of Persian and Urdu, without vowel signs: as Bleve's filter
 * normalize_ar, after the character filters.
 */
export const foldArabic = (s: string): string =>
  s
    .replace(/[آأإ]/g, "ا")
    .replace(/[ىی]/g, "ي")
    .replace(/ک/g, "ك")
    .replace(/[ةہۀۂۃ]/g, "ه")
    .replace(/(?=[\u0610-\u06ed])[\u0640\p{Mn}]/gu, "");

/**
 * Makes one of the signs a reader takes for the same: case, ё and е, full-width forms, Arabic
 * letters.
 */
export const foldSurface = (s: string): string => foldArabic(lower(narrow(s)).replace(/ё/g, "е"));

/** Full-width forms of ASCII to ASCII. */
export const narrow = (s: string): string =>
  s.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

// Letters, digits and their marks, of Han and of other writing apart.
const words = /(?:(?=[\p{L}\p{Nd}\p{M}])\p{sc=Han})+|(?:(?!\p{sc=Han})[\p{L}\p{Nd}\p{M}])+/gu;

/**
 * The form in which whole titles and phrases are compared: folded letters and digits, every run of
 * other characters one space, a space at each border between Han and other writing, and none where
 * only white space is between two Han characters.
 */
export const fold = (s: string): string =>
  (foldSurface(joinHan(foldLetters(normalize(s)))).match(words) ?? []).join(" ");

/**
 * Reports whether a folded text holds a folded phrase as whole words. Han writing has no word
 * borders, so there any alignment counts.
 */
export function containsPhrase(text: string, phrase: string): boolean {
  if (phrase === "") {
    return false;
  }
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (border(text, at) && border(text, at + phrase.length)) {
      return true;
    }
  }
  return false;
}

// A folded text has a space wherever the script changes, so one Han neighbour means two.
function border(text: string, at: number): boolean {
  return (
    at === 0 || at === text.length || text[at] === " " || text[at - 1] === " " || hasHan(String.fromCodePoint(text.codePointAt(at)!))
  );
}
