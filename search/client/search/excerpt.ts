// Cuts excerpts as search/internal/query/excerpt.go does. Positions are of UTF-16 units, as
// everywhere here; what is counted are characters.

import { excerpt as limits } from "../../internal/constants/constants.json";
import { utf8 } from "../text/utf8";
import type { Matcher } from "../plan/matcher";
import { analyze, type Language } from "../text/analyze";
import { mapLetters } from "../text/letters";

/** A piece of a text, and what of it is to be marked. */
export interface Excerpt {
  text: string;
  /** In order, not overlapping: from, to. */
  marks: [number, number][];
  /** What matches in the whole text; each once. */
  words: string[];
  /** Where what it shows begins in the text; -1 if no word of the query is in it. */
  at: number;
}

/** A piece of a text that a word of the query matches. */
interface Span {
  start: number;
  end: number;
  word: number;
}

/**
 * The piece of a text that shows most words of a query, with these marked. What is shown, if it is
 * not empty, differs from the text in letters, one for one; of either only so many characters are.
 */
export function excerpt(text: string, shown: string, most: number, l: Language, m: Matcher): Excerpt {
  const all = findSpans(text, l, m);
  const whole = shown || text;
  text = whole.slice(0, move(whole, 0, most));
  const spans = all.filter((s) => s.end <= text.length);
  const [start, end, at] = window(text, spans);
  const lead = start > 0 ? "…" : "";
  const shift = lead.length - start;
  const inside = spans.filter((s) => s.start >= start && s.end <= end);
  return {
    text: lead + text.slice(start, end) + (end < text.length ? "…" : ""),
    marks: joined(inside).map(([from, to]) => [from + shift, to + shift]),
    words: [...new Set(joined(all).map(([from, to]) => whole.slice(from, to)))],
    at,
  };
}

/** The marks of a whole text, such as a title. */
export const marksOf = (text: string, l: Language, m: Matcher): [number, number][] => joined(findSpans(text, l, m));

// Pairs of Han characters overlap: one mark for them all.
function joined(spans: readonly Span[]): [number, number][] {
  const out: [number, number][] = [];
  for (const s of spans) {
    const last = out[out.length - 1];
    if (last && s.start <= last[1]) {
      last[1] = Math.max(last[1], s.end);
    } else {
      out.push([s.start, s.end]);
    }
  }
  return out;
}

function findSpans(text: string, l: Language, m: Matcher): Span[] {
  const letters = mapLetters(text);
  const whole = (start: number, end: number, word: number): Span => {
    const [from, to] = letters.was(start, end);
    return { start: from, end: to, word };
  };
  const tokens = analyze(l, letters.text);
  const spans = tokens.flatMap((t, i) => {
    const found = m.match(t.term, letters.text.slice(t.start, t.end));
    const names = m.namesAt(tokens, i).map((n) => whole(t.start, n.end, n.word));
    return found ? [whole(t.start, t.start + found.length, found.word), ...names] : names;
  });
  const parts = m.inParts(letters.text, l).map((s) => whole(s.start, s.end, s.word));
  return parts.length > 0 ? [...spans, ...parts].sort((a, b) => a.start - b.start) : spans;
}

const runes = (s: string): number => [...s].length;

// What to show: around the first group of spans, no longer than an excerpt, that has most different
// words of the query, and among these most spans; and where this group begins.
function window(text: string, spans: readonly Span[]): [start: number, end: number, at: number] {
  const [from, to] = bestGroup(text, spans);
  const at = spans.length > 0 ? from : -1;
  if (runes(text) <= limits.characters) {
    return [0, text.length, at];
  }
  const slack = Math.max(0, limits.characters - runes(text.slice(from, to)));
  // A third of what is left goes before the match: what follows explains more.
  let start = move(text, from, -Math.floor(slack / 3));
  const end = move(text, to, slack - runes(text.slice(start, from)));
  if (end === text.length) {
    start = move(text, from, runes(text.slice(to)) - slack);
  }
  return [trimStart(text, start, from), trimEnd(text, end, to), at];
}

function bestGroup(text: string, spans: readonly Span[]): [number, number] {
  let best: [number, number] = [0, 0];
  let group: [number, number] = [spans[0]?.start ?? 0, spans[0]?.end ?? 0];
  spans.forEach((first, i) => {
    const words = new Set<number>();
    let length = 0;
    let end = first.start;
    for (let j = i; j < spans.length; j++) {
      const s = spans[j]!;
      length += runes(text.slice(Math.min(end, s.end), s.end));
      end = Math.max(end, s.end);
      if (length > limits.characters) {
        break;
      }
      words.add(s.word);
      const n = j - i + 1;
      if (words.size > best[0] || (words.size === best[0] && n > best[1])) {
        best = [words.size, n];
        group = [first.start, end];
      }
    }
  });
  return group;
}

// Moves a position by a number of characters, as far as there is text.
function move(text: string, at: number, count: number): number {
  for (; count > 0 && at < text.length; count--) {
    at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  }
  for (; count < 0 && at > 0; count++) {
    at -= /[\udc00-\udfff]/.test(text[at - 1]!) ? 2 : 1;
  }
  return at;
}

// Moves a cut forward to the beginning of a word, unless that is far away or within the match;
// writing without blanks is cut anywhere.
function trimStart(text: string, start: number, match: number): number {
  const blank = start > 0 ? text.slice(0, match).indexOf(" ", start - 1) : -1;
  return blank >= 0 && utf8(text.slice(start, blank)).length < limits.wordBytes ? blank + 1 : start;
}

function trimEnd(text: string, end: number, match: number): number {
  if (end === text.length || text[end] === " ") {
    return end;
  }
  const blank = text.slice(match, end).lastIndexOf(" ") + match;
  return blank >= match && utf8(text.slice(blank, end)).length <= limits.wordBytes ? blank : end;
}
