import { analyze, type Language } from "../text/analyze";
import { foldSurface, hasHan, isOneHan } from "../text/fold";
import { capitalParts, joins, wordsOf } from "../text/compounds";
import type { Token } from "../text/tokenize";

/** A word of a name. */
export interface NamePart {
  /** From the first word on; stop words count. */
  readonly position: number;
  /** Terms that stand for it. */
  readonly forms: readonly string[];
}

/** Knows which words of a text a query means, for excerpts. */
export class Matcher {
  private words = 0;
  private readonly terms = new Map<string, number>();
  private readonly wholes: string[] = [];
  private readonly prefixes: { prefix: string; word: number }[] = [];
  private readonly names: { parts: readonly NamePart[]; word: number }[] = [];

  /** Begins a word of the query; what is added next stands for it. */
  nextWord(): void {
    this.words++;
  }

  addTerm(term: string): void {
    this.terms.set(term, this.words);
  }

  /** A word that a text may have in parts. */
  addWhole(word: string): void {
    this.wholes.push(word);
  }

  addPrefix(prefix: string): void {
    this.prefixes.push({ prefix, word: this.words });
  }

  /**
   * A name that is marked only where all of it stands, as a synonym that nobody typed; one of a
   * single word is a term like others.
   */
  addName(parts: readonly NamePart[]): void {
    const forms = parts[0]?.forms ?? [];
    if (parts.length > 1) {
      this.names.push({ parts, word: this.words });
    } else if (isOneHan(forms[0] ?? "")) {
      this.addPrefix(forms[0]!);
    } else {
      forms.filter((form) => !this.terms.has(form)).forEach((form) => this.addTerm(form));
    }
  }

  /** The names that the tokens of a text have at a place. */
  namesAt(tokens: readonly Token[], i: number): { end: number; word: number }[] {
    return this.names.flatMap(({ parts, word }) => {
      const end = endOf(parts, tokens, i);
      return end > 0 ? [{ end, word }] : [];
    });
  }

  /** The word of the query that a word of a text is a match of, and how much of it is. */
  match(term: string, surface: string): { word: number; length: number } | undefined {
    const word = this.terms.get(term);
    if (word !== undefined) {
      return { word, length: surface.length };
    }
    const folded = foldSurface(surface);
    const p = this.prefixes.find((p) => folded.startsWith(p.prefix));
    // Of a pair of Han characters only the one that was asked for.
    return p && { word: p.word, length: hasHan(p.prefix) && surface.startsWith(p.prefix) ? p.prefix.length : surface.length };
  }

  /**
   * The words of a text that are written of parts, or apart, and that a query means as one, and
   * those a part of which it means.
   */
  inParts(letters: string, l: Language): { start: number; end: number; word: number }[] {
    const out: { start: number; end: number; word: number }[] = [];
    const find = (written: string, start: number, end: number): boolean => {
      const tokens = analyze(l, written);
      const word = tokens.length === 1 ? this.terms.get(tokens[0]!.term) : undefined;
      if (word !== undefined) {
        out.push({ start, end, word });
      }
      return word !== undefined;
    };
    const words = wordsOf(letters);
    words.forEach(({ 0: written, index }, i) => {
      const parts = capitalParts(written);
      if (parts.length > 1) {
        parts.some((part) => find(part, index, index + written.length));
      }
      let whole = foldSurface(written);
      for (let j = i + 1; j < words.length && this.begins(whole); j++) {
        const [last, next] = [words[j - 1]!, words[j]!];
        const sign = letters.slice(last.index + last[0].length, next.index);
        if (sign !== " " && !joins(last[0], sign, next[0])) {
          break;
        }
        whole += foldSurface(next[0]);
        find(whole, index, next.index + next[0].length);
      }
    });
    return out;
  }

  /** Reports whether a word of the query goes on after these letters. */
  private begins(letters: string): boolean {
    return this.wholes.some((whole) => whole.length > letters.length && whole.startsWith(letters));
  }
}

// Where a name ends that begins with a token of a text; 0 if the text is another.
function endOf(parts: readonly NamePart[], tokens: readonly Token[], i: number): number {
  const first = tokens[i]!.position;
  let end = 0;
  for (const { position, forms } of parts) {
    while (i < tokens.length && tokens[i]!.position < first + position) {
      i++;
    }
    const t = tokens[i];
    if (t?.position !== first + position) {
      return 0;
    }
    if (forms.includes(t.term)) {
      end = t.end;
    } else if (isOneHan(forms[0]!) && t.term.startsWith(forms[0]!)) {
      end = t.start + forms[0]!.length; // the index has pairs
    } else {
      return 0;
    }
  }
  return end;
}
