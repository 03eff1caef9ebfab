// Where the hits of an element come from, and where they lead.

import type { Engine } from "../api";
import { Speech } from "./words";

// Known only while the script runs for the first time.
const script = document.currentScript as HTMLScriptElement | null;

export class Source {
  /** The folder search/. */
  readonly base: string;
  /** The reader's language: as the page says it, then as the index has it. */
  lang: string;
  readonly speech: Speech;
  private engine: Promise<Engine> | undefined;

  /** An element says its index by data-base, and its language by data-lang; it need not. */
  constructor(element: HTMLElement) {
    const base = new URL(element.dataset.base ?? script?.src ?? "search/", document.baseURI);
    this.base = new URL(/\/[^/.]+$/.test(base.pathname) ? `${base.href}/` : "./", base).href;
    this.lang = element.dataset.lang || element.closest<HTMLElement>("[lang]")?.lang || "en";
    this.speech = new Speech(this.lang);
  }

  /** Opens the index, once. After a failure it may be tried again. */
  open(): Promise<Engine> {
    this.engine ??= Kengash.open({ base: this.base, lang: this.lang }).then(
      (engine) => {
        this.lang = engine.lang;
        return engine;
      },
      (error: unknown) => {
        this.engine = undefined;
        throw error;
      },
    );
    return this.engine;
  }

  /** The address of a page, from one relative to the site's root. */
  link(url: string): string {
    return new URL(url, new URL("../", this.base)).href;
  }

  /** Adds the style sheet that lies beside the script, unless the page has it. */
  dress(): void {
    const href = new URL("kengash-search.css", this.base).href;
    const links = document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]");
    if (!Array.from(links).some((link) => link.href === href)) {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = href;
      document.head.prepend(link); // the site's own rules come after it
    }
  }
}
