// The words of a search, marked on the page that a hit leads to. They are handed over in the
// session storage of the tab; the text of the page stays as it is (CSS Custom Highlight API). Where
// a browser has no such thing, or keeps the storage shut, the hit leads to its place all the same.

import type { Hit } from "../api";
import { hasHan } from "../text/fold";
import { foldLetters, mapLetters } from "../text/letters";

const key = "kengash-words"; // js/kengash.js of the theme looks for it, too

interface Remembered {
  /** Path of the page. */
  page: string;
  words: readonly string[];
}

/** What a link to a hit does when it is followed. */
export const remembering =
  (hit: Hit) =>
  (e: Event): void => {
    const { pathname } = e.currentTarget as HTMLAnchorElement;
    const kept: Remembered = { page: pathname, words: hit.words };
    try {
      sessionStorage.setItem(key, JSON.stringify(kept));
    } catch {
      return;
    }
    if (pathname === location.pathname) {
      window.setTimeout(markRemembered); // a place in this page: nothing is loaded
    }
  };

/** Marks the words of the hit that led here, if one did. */
export function markRemembered(): void {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<Remembered>;
    if (kept.page === location.pathname) {
      sessionStorage.removeItem(key);
      mark(kept.words ?? []);
    }
  } catch {
    // The storage is shut.
  }
}

function mark(words: readonly string[]): void {
  if (!("highlights" in CSS) || words.length === 0) {
    return;
  }
  const ranges = find(document.querySelector("main, [role=main]") ?? document.body, pattern(words));
  if (!CSS.highlights.has(key)) {
    // A sheet made here, since the page may have no style sheet of the search, and validators do
    // not know the selector yet.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`::highlight(${key}) { background-color: var(--found, #fd05); color: inherit; text-decoration: underline 2px; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  CSS.highlights.set(key, new Highlight(...ranges));
  show(ranges);
}

// The longest first, since the first that fits is taken.
function pattern(words: readonly string[]): RegExp {
  const quoted = words
    .map(foldLetters)
    .sort((a, b) => b.length - a.length)
    .map((word) => {
      const signs = [...word].map((c) => (/\s/.test(c) ? "\\s" : c.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&")));
      return hasHan(word) ? signs.join("\\s*") : `(?<![\\p{L}\\p{N}\\p{M}])${signs.join("")}(?![\\p{L}\\p{N}\\p{M}])`;
    });
  return new RegExp(quoted.join("|"), "giu");
}

/** A piece of the text of a block, where it begins there, and where in its node. */
type Piece = [node: Text, at: number, offset: number];

// Words may go on over the borders of elements within a line, but not of blocks.
function find(root: Element, pattern: RegExp): Range[] {
  const ranges: Range[] = [];
  let text = "";
  let pieces: Piece[] = [];
  const flush = () => {
    const letters = mapLetters(text);
    for (const { 0: word, index } of letters.text.matchAll(pattern)) {
      const [start, end] = letters.was(index, index + word.length);
      const range = new Range();
      range.setStart(...within(pieces, start));
      const [node, at] = within(pieces, end - 1);
      range.setEnd(node, at + 1);
      ranges.push(range);
    }
    text = "";
    pieces = [];
  };
  const walk = (parent: Node) => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) {
        for (const { 0: part, index } of node.data.matchAll(/[^\u00ad]+/g)) {
          pieces.push([node, text.length, index]); // without soft hyphens
          text += part;
        }
      } else if (node instanceof HTMLBRElement) {
        text += "\n";
      } else if (node instanceof Element) {
        const inline = node.localName === "wbr" || getComputedStyle(node).display === "inline";
        if (!inline) {
          flush();
        }
        walk(node);
        if (!inline) {
          flush();
        }
      }
    }
  };
  walk(root);
  flush();
  return ranges;
}

/** The place of a sign of a block's text. */
function within(pieces: readonly Piece[], at: number): [node: Text, offset: number] {
  const [node, start, offset] = pieces.filter((p) => p[1] <= at).pop()!;
  return [node, offset + at - start];
}

// An anchor may be a heading, and the words are further down.
function show(ranges: readonly Range[]): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || ranges.some((r) => target.contains(r.startContainer))) {
    return;
  }
  const next = ranges.find((r) => target.compareDocumentPosition(r.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING);
  const box = next?.getBoundingClientRect();
  if (next && box && (box.top < 0 || box.bottom > innerHeight)) {
    next.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }
}
