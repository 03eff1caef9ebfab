// Words by the rules of Unicode (UAX #29, https://unicode.org/reports/tr29/#Word_Boundaries), as
// one regular expression: `Intl.Segmenter` differs from browser to browser, and for Han by
// dictionary.

const extend = "[\\p{M}\\p{Cf}\\uff9e\\uff9f]*";
const kana = "\\p{sc=Kana}\\u3031-\\u3035\\u309b\\u309c\\u30a0\\u30fc\\uff70";
// Writings that the rules leave to dictionaries (line breaking class SA) make no words in the
// index.
const letter =
  `(?![\\p{M}\\p{Ideographic}\\p{sc=Hira}${kana}\\uff9e\\uff9f\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tale}\\p{sc=Talu}\\p{sc=Lana}])[\\p{Alphabetic}\\u05f3]`;
const digit = "(?![\\uff10-\\uff19])\\p{Nd}";
const join = "[\\u203f\\u2040\\u2054\\ufe33\\ufe34\\ufe4d-\\ufe4f\\uff3f]"; // "_" is gone by then
const betweenLetters = "[:·.'\\u2018\\u2019\\u2024\\u2027\\ufe13\\ufe52\\ufe55\\uff07\\uff0e\\uff1a\\u0387\\u05f4]";
const betweenDigits =
  "[,;.'\\u037e\\u0589\\u060c\\u060d\\u066c\\u07f8\\u2018\\u2019\\u2024\\u2044\\ufe10\\ufe14\\ufe50\\ufe52\\ufe54\\uff07\\uff0c\\uff0e\\uff1b]";

const word = new RegExp(
  `(?<ideo>(?![々〻])[\\p{sc=Han}\\p{sc=Hira}]${extend}|(?:[${kana}]${extend})+)|` +
    `(?:(?:${letter}|${digit}|${join})${extend}|` +
    `(?<=${letter}${extend})${betweenLetters}${extend}(?=${letter})|` +
    `(?<=${digit}${extend})${betweenDigits}${extend}(?=${digit}))+`,
  "gu",
);

/** A piece of a text, in UTF-16 units as all positions here, and what it is in the index. */
export interface Token {
  term: string;
  start: number;
  end: number;
  /** Its number among the words, stop words counted too: what phrases go by. */
  position: number;
}

/** Cuts a text into words. Han, Hiragana and Katakana, which `ideo` marks, are no words yet. */
export function tokenize(text: string): (Token & { ideo: boolean })[] {
  return Array.from(text.matchAll(word), (m) => ({
    term: m[0],
    start: m.index,
    end: m.index + m[0].length,
    position: 0,
    ideo: m.groups!["ideo"] !== undefined,
  }));
}
