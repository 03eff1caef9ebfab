// The box in the head of a page: a combobox with a list of the best hits (WAI-ARIA Authoring
// Practices, "Editable Combobox With List Autocomplete"). Its form leads to the search page, with
// this script or without it.

import type { Result } from "../api";
import { Asker } from "./asker";
import { isComposing, make, marked } from "./dom";
import { remembering } from "./marks";
import { Source } from "./source";
import { locale } from "./words";

/** How many hits the list has. */
const size = 6;

let boxes = 0;

export class SearchBox {
  private readonly source: Source;
  private readonly asker: Asker<Result>;
  private readonly input: HTMLInputElement;
  private readonly popup: HTMLElement;
  private readonly status: HTMLElement;
  private readonly list: HTMLElement;
  private readonly id = `ks-box-${boxes++}`;
  private active = -1;
  private asked = "";

  constructor(private readonly form: HTMLFormElement) {
    this.source = new Source(form);
    const { words } = this.source.speech;
    this.asker = new Asker(this.source, { wait: () => this.say(words.searching), show: (r) => this.show(r), fail: () => this.say(words.failed) });
    this.input = form.querySelector<HTMLInputElement>("input[name=q]")!;
    this.status = make("p", { role: "status" });
    this.list = make("div", { role: "listbox", id: this.id, "aria-label": words.hits, hidden: true });
    this.popup = make("div", { class: "ks-popup", hidden: true }, this.status, this.list);
    form.classList.add("ks-box");
    form.append(this.popup);

    const { input } = this;
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-controls": this.id,
      autocomplete: "off",
    })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", (e) => e.isComposing || this.typed());
    input.addEventListener("compositionend", () => this.typed());
    input.addEventListener("keydown", (e) => this.key(e));
    input.addEventListener("focus", () => this.begin());
    form.addEventListener("focusout", (e) => form.contains(e.relatedTarget as Node | null) || this.close());
    // The field keeps the focus while an entry is clicked, so that the list stays.
    this.popup.addEventListener("mousedown", (e) => e.preventDefault());
    this.popup.addEventListener("click", () => this.close()); // it may lead to a place in this page
    if (document.activeElement === input) {
      this.begin();
    }
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private begin(): void {
    void this.source.open().catch(() => {});
    this.typed();
  }

  private typed(): void {
    const q = this.input.value.trim();
    if (q === this.asked) {
      return;
    }
    this.asked = q;
    if (!q) {
      this.close();
      return;
    }
    this.asker.ask((engine, signal) => engine.search(q, { limit: size, typing: true, partial: true, signal }), true);
  }

  private say(text: string): void {
    this.status.textContent = text;
    this.popup.hidden = false;
  }

  private show(result: Result): void {
    const { source } = this;
    const { speech } = source;
    const found = result.total > 0 ? speech.found(result.total) : speech.quote("none", this.asked);
    this.say(result.partial ? speech.words.damaged : found);
    const options = result.hits.map((hit) => {
      const place = [...hit.breadcrumb, hit.date && speech.date(hit.date)].filter(Boolean).join(" · ");
      const foreign = hit.lang === source.lang ? {} : { lang: locale(hit.lang), dir: "auto" };
      const title = make("span", { class: "ks-title", ...foreign }, ...marked(hit.title, hit.titleMarks));
      const excerpt = make("span", { class: "ks-excerpt", ...foreign }, ...marked(hit.excerpt, hit.marks));
      const o = option(source.link(hit.url), title, ...(place ? [make("span", { class: "ks-place" }, place)] : []), excerpt);
      o.addEventListener("click", remembering(hit));
      return o;
    });
    if (result.total > options.length) {
      const all = new URL(this.form.action);
      all.search = String(new URLSearchParams({ q: this.asked }));
      options.push(option(all.href, make("span", { class: "ks-all" }, `${speech.words.every} (${speech.numeral(result.total)})`)));
    }
    options.forEach((o, i) => (o.id = `${this.id}-${i}`));
    this.list.replaceChildren(...options);
    this.activate(-1);
    this.expand(options.length > 0);
  }

  private expand(open: boolean): void {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }

  private close(): void {
    this.asker.cancel();
    this.asked = "";
    this.popup.hidden = true;
    this.activate(-1);
    this.expand(false);
  }

  /** Makes one entry the active one, which Enter takes; -1 is none. */
  private activate(i: number): void {
    Array.from(this.list.children, (o, n) => o.setAttribute("aria-selected", String(n === i)));
    this.active = i;
    const o = this.list.children[i];
    if (o) {
      this.input.setAttribute("aria-activedescendant", o.id);
      o.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  private key(e: KeyboardEvent): void {
    if (isComposing(e) || e.ctrlKey || e.metaKey || e.shiftKey) {
      return;
    }
    const open = !this.list.hidden;
    const n = this.list.children.length;
    if (e.key === "ArrowDown" && open) {
      this.activate((this.active + 2) % (n + 1) - 1); // after the last one the field itself
    } else if (e.key === "ArrowUp" && open) {
      this.activate(((this.active + n + 1) % (n + 1)) - 1);
    } else if (e.key === "ArrowDown") {
      this.typed();
    } else if (e.key === "Enter" && this.active >= 0) {
      (this.list.children[this.active] as HTMLElement).click();
    } else if (e.key === "Escape" && !this.popup.hidden) {
      this.close();
    } else {
      return; // Enter sends the form
    }
    e.preventDefault();
  }
}

const option = (href: string, ...children: Node[]): HTMLElement =>
  make("a", { role: "option", href, tabindex: -1, "aria-selected": "false" }, ...children);
