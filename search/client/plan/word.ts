import { boosts } from "../../internal/constants/constants.json";
import { all, any, prefer, prefix, term, type Node } from "./node";

/** One thing to be found in title or body: a term with its variants, or a prefix. */
export interface Word {
  readonly key: string;
  readonly query: Node;
  /** In the title only, for the bonus. */
  readonly title: Node | undefined;
  /** Adds to the score only, as long as all words are asked for. */
  readonly optional: boolean;
}

/** All words; of these the optional ones only add to the score, as long as there are others. */
export function together(words: readonly Word[]): Node | undefined {
  return prefer(all(queries(words.filter((w) => !w.optional))), queries(words.filter((w) => w.optional)));
}

/** Queries of which one is enough for a word, and the same in the title only. */
export class Alternatives {
  readonly anywhere: Node[] = [];
  readonly title: Node[] = [];

  addTerm(t: string, boost: number, inTitle = 1): void {
    this.anywhere.push(any([term("title", t, boosts.title * boost), term("body", t, boost)])!);
    this.title.push(term("title", t, boosts.bonus * inTitle));
  }

  addPrefix(p: string, boost: number): void {
    this.anywhere.push(prefix("title", p, boosts.title * boost), prefix("body", p, boost));
    this.title.push(prefix("title", p, boosts.bonus));
  }

  word(key: string, optional = false): Word {
    return { key, query: any(this.anywhere)!, title: any(this.title), optional };
  }
}

export const titles = (words: readonly Word[]): Node[] => words.flatMap((w) => w.title ?? []);

export const queries = (words: readonly Word[]): Node[] => words.map((w) => w.query);
