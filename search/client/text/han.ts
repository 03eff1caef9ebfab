// Traditional characters as simplified ones: the table of search/internal/text/han.go, which is
// loaded for a query that needs it.

import { Cursor } from "../index/bytes";

let pairs = new Map<string, string>();

/** Takes the table. */
export function useHan(bytes: Uint8Array): true {
  const c = new Cursor(bytes);
  const n = c.number();
  let key = 0;
  let value = 0;
  const keys = c.numbers(n).map((gap) => String.fromCharCode((key += gap)));
  const values = c.numbers(n).map((d) => String.fromCharCode((value += d % 2 ? -(d + 1) / 2 : d / 2)));
  pairs = new Map(keys.map((k, i) => [k, values[i]!]));
  return true;
}

/** A text in simplified characters, as far as the table is there. */
export const foldHan = (s: string): string => (pairs.size > 0 ? s.replace(/[\u3400-\u9fff]/g, (c) => pairs.get(c) ?? c) : s);

// What of GB 2312, the set of characters that simplified Chinese is typed in, the table has all the
// same.
const both = "乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽";

let simplified: ReadonlySet<string> | undefined;

/** The characters of GB 2312. */
function gb2312(): ReadonlySet<string> {
  if (!simplified) {
    const bytes = Array.from({ length: 72 * 94 }, (_, i) => [0xb0 + Math.floor(i / 94), 0xa1 + (i % 94)]).flat();
    simplified = new Set(new TextDecoder("gbk").decode(Uint8Array.from(bytes)));
  }
  return simplified;
}

/**
 * Reports whether a text may be in traditional characters: it has some that simplified writing has
 * not.
 */
export function mayBeTraditional(s: string): boolean {
  const han = s.match(/[\u3400-\u9fff]/g) ?? [];
  if (han.length === 0) {
    return false;
  }
  return han.some((c) => both.includes(c) || !gb2312().has(c));
}
