// Where the hits of an element come from, and where they lead.

import type { Engine } from "../api";
import { make } from "./dom";
import { Speech } from "./words";

// Known only while the script runs for the first time.
const script = document.currentScript as HTMLScriptElement | null;

export class Source {
  /** The folder search/. */
  readonly base: string;
  /** The reader's language: as the page says it, then as the index has it. */
  lang: string;
  readonly speech: Speech;

  /**
   * An element says its index by data-base, and its language by data-lang; it need not. The page
   * gets the style sheet that lies beside the script.
   */
  constructor(element: HTMLElement) {
    const base = new URL(element.dataset.base ?? script?.src ?? "search/", document.baseURI);
    this.base = new URL(/\/[^/.]+$/.test(base.pathname) ? `${base.href}/` : "./", base).href;
    this.lang = element.dataset.lang || element.closest<HTMLElement>("[lang]")?.lang || "en";
    this.speech = new Speech(this.lang);
    const href = new URL("kengash-search.css", this.base).href;
    if (!Array.from(document.querySelectorAll("link"), (link) => link.href).includes(href)) {
      document.head.prepend(make("link", { rel: "stylesheet", href })); // the site's own rules come after it
    }
  }

  /** Opens the index, once. After a failure it may be tried again. */
  async open(): Promise<Engine> {
    const engine = await Kengash.open({ base: this.base, lang: this.speech.lang });
    this.lang = engine.lang;
    return engine;
  }

  /** The address of a page, from one relative to the site's root. */
  link(url: string): string {
    return new URL(url, new URL("../", this.base)).href;
  }
}
