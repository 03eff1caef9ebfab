// What the words of a text are in the index: the same pipeline as search/internal/text/language.go,
// which stands on Bleve's filters. The samples of search/testdata/analysis hold both to it.

import { entry } from "../entry";
import { stemEnglish } from "./english";
import { foldArabic, joinHan, lower, narrow, normalize } from "./fold";
import { foldHan } from "./han";
import { foldLetters } from "./letters";
import { russianVariants, stemRussian } from "./russian";
import { englishStopWords, russianStopWords } from "./stop";
import { tokenize, type Token } from "./tokenize";

/** What sets one language's pipeline apart from the common one. */
export interface Language {
  /** The term for a word; "" for a stop word. */
  readonly term: (word: string) => string;
  /** The character filters of the language alone. */
  readonly chars?: (text: string) => string;
  /** Remove blanks between Han characters, which come from the layout of a page. */
  readonly joinHan?: boolean;
  /** Take traditional characters for simplified ones. */
  readonly foldHan?: boolean;
  /** Further terms for a word, of those that the index has. */
  readonly variants?: (stem: string, surface: string, has: (term: string) => boolean) => string[];
}

const han: Language = { term: (word) => word, joinHan: true };

// Vowel signs become tatweel, which goes with the others of foldArabic; the joiner within words a
// blank.
const arabic = (s: string): string =>
  s.replace(/[\u0610-\u061a\u0653-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/g, "\u0640").replace(/\u200c/g, " ");

/** A term without the article that is elided before it. */
function elided(articles: string): (word: string) => string {
  const article = new RegExp(`^(?:${articles.replace(/ /g, "|")})'`);
  return (word) => foldArabic(word).replace(article, "");
}

/**
 * The one table of languages. One that is not in it gets that of "", which is sound for any
 * writing.
 */
const languages: Record<string, Language> = {
  "": { chars: arabic, term: foldArabic },
  en: {
    term: (word) => {
      const w = word.replace(/['’＇][sS]$/, "");
      return englishStopWords.has(w) ? "" : stemEnglish(w);
    },
  },
  ru: { term: (word) => (russianStopWords.has(word) ? "" : stemRussian(word)), variants: russianVariants },
  fr: { chars: arabic, term: elided("l m t qu n s j d c jusqu quoiqu lorsqu puisqu") },
  it: { chars: arabic, term: elided("c l all dall dell nell sull coll pell gl agl dagl degl negl sugl un m t s v d") },
  ca: { chars: arabic, term: elided("d l m n s t") },
  zh: { ...han, foldHan: true },
  "zh-hant": han,
  "zh-tw": han,
  "zh-hk": han,
  "zh-mo": han,
};

/** The table's entry for a key: its own, or that of its first part ("pt-BR" has that of "pt"). */
export function languageOf(key: string): Language {
  for (let k = key.toLowerCase().replace(/_/g, "-"); ; k = k.slice(0, Math.max(0, k.lastIndexOf("-")))) {
    const l = entry(languages, k);
    if (l) {
      return l;
    }
  }
}

/** Makes a text ready for analyze. */
export function prepare(l: Language, s: string): string {
  s = normalize(s);
  return foldLetters(hanOf(l, l.joinHan ? joinHan(s) : s));
}

/** Replaces traditional characters by simplified ones, one for one, where the language does. */
export const hanOf = (l: Language, s: string): string => (l.foldHan ? foldHan(s) : s);

/** The words of a prepared text as terms of the index. Stop words are gone. */
export function analyze(l: Language, text: string): Token[] {
  const filtered = filterChars(text);
  return pairs(tokenize(l.chars?.(filtered) ?? filtered))
    .map((t, i) => ({ ...t, term: l.term(t.term), position: i + 1 }))
    .filter((t) => t.term !== "");
}

// The character filters keep the length, so that positions stay true.
const filterChars = (s: string): string =>
  s
    .replace(/ё/g, "е")
    .replace(/Ё/g, "Е")
    .replace(/_/g, " ")
    .replace(/[.:](?=\p{L})/gu, " ");

/** Width and case, as Bleve's filters cjk_width and to_lower. */
const foldTerm = (s: string): string =>
  lower(narrow(s).replace(/[\u30a6-\u30fd]?[\uff65-\uff9f]+/g, (kana) => kana.normalize("NFKC")).replace(/Σ$/, "ς"));

/** Makes overlapping pairs of adjoining ideographic characters, as Bleve's filter cjk_bigram. */
function pairs(tokens: ReturnType<typeof tokenize>): Token[] {
  const out: Token[] = [];
  let run: Token[] = []; // single characters, each beginning where the one before it ends
  const flush = () => {
    if (run.length === 1) {
      out.push(run[0]!);
    }
    for (let i = 1; i < run.length; i++) {
      const [a, b] = [run[i - 1]!, run[i]!];
      out.push({ ...b, term: a.term + b.term, start: a.start });
    }
    run = [];
  };
  for (const { ideo, ...token } of tokens) {
    const term = foldTerm(token.term);
    if (!ideo) {
      flush();
      out.push({ ...token, term });
      continue;
    }
    let start = token.start;
    for (const c of term) {
      if (run.length > 0 && run[run.length - 1]!.end !== start) {
        flush();
      }
      run.push({ term: c, start, end: (start += c.length), position: 0 });
    }
  }
  flush();
  return out;
}
