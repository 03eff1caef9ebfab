/** A set of suffixes, looked up longest first, as the stemmers of Snowball do. */
export interface Suffixes {
  /** The longest of the suffixes that ends word at or after position from; "" if none does. */
  (word: string, from: number): string;
}

/** Takes the suffixes as one string, with blanks between them. */
export function suffixes(list: string): Suffixes {
  const all = new Set(list.split(" "));
  const longest = Math.max(...Array.from(all, (s) => s.length));
  return (word, from) => {
    for (let n = Math.min(longest, word.length - from); n > 0; n--) {
      const end = word.slice(-n);
      if (all.has(end)) {
        return end;
      }
    }
    return "";
  };
}
