// The search page: the whole of a search in one element.
//
// What the element holds already is used: a form with a field "q", and what is to be seen while
// nothing is asked, such as lists of topics. Both are there for readers without scripts, too.

import type { Engine, Facet, FacetValue, Result } from "../api";
import { Asker } from "./asker";
import { Choices } from "./choices";
import { isComposing, make } from "./dom";
import { hitItem } from "./hits";
import { Source } from "./source";
import { asks, hasFilters, options, readAddress, saysMore, step, writeAddress, type State } from "./state";

/** An answer, with the values of a facet counted as if none were chosen in it. */
interface Answer {
  result: Result;
  counted: Record<Facet, FacetValue[]>;
  facets: readonly Facet[];
}

export class SearchPage {
  private readonly source: Source;
  private readonly asker: Asker<Answer>;
  private readonly input: HTMLInputElement;
  private readonly idle: HTMLElement[];
  private readonly choices: Choices;
  private readonly status: HTMLElement;
  private readonly notes: HTMLElement;
  private readonly list: HTMLElement;
  private readonly answer: HTMLElement;
  private state: State;
  /** The facets of the site; undefined while they are not known. */
  private facets: readonly Facet[] | undefined;
  /** Whether the present entry of the history is one that the next key changes. */
  private fleeting: boolean;

  constructor(element: HTMLElement) {
    this.source = new Source(element);
    const { speech } = this.source;
    const { words } = speech;
    this.asker = new Asker(this.source, { wait: () => this.wait(), show: (a) => this.show(a), fail: () => this.fail() });
    const form = element.querySelector("form") ?? this.makeForm();
    this.idle = Array.from(element.children).filter((e): e is HTMLElement => e !== form && !e.contains(form));
    this.input = form.querySelector<HTMLInputElement>("input[name=q]")!;
    this.choices = new Choices(speech, () => this.state, (s) => this.go({ ...s, typing: false }));
    this.status = make("p", { class: "ks-status", role: "status" });
    this.notes = make("div", { class: "ks-notes" });
    this.list = make("div", { class: "ks-list", keydown: (e) => this.walk(e as KeyboardEvent) });
    const results = make("section", { class: "ks-results", "aria-label": words.hits }, this.status, this.notes, this.list);
    // The hits come first for the keyboard; what narrows them stands above or beside them.
    this.answer = make("div", { class: "ks-answer" }, results, this.choices.element);
    element.classList.add("ks-page");
    if (!form.isConnected) {
      element.prepend(form);
    }
    element.append(this.answer);

    form.addEventListener("submit", (e) => {
      e.preventDefault();
      this.go({ ...this.state, q: this.input.value, typing: false, exact: false, limit: step });
    });
    this.input.addEventListener("input", (e) => e.isComposing || this.typed());
    this.input.addEventListener("compositionend", () => this.typed());
    this.input.addEventListener("keydown", (e) => this.walk(e));
    this.input.addEventListener("focus", () => void this.source.open().catch(() => {}), { once: true });
    window.addEventListener("popstate", () => this.read());

    // A reader may have typed before this script was here.
    const typed = this.input.value;
    this.state = readAddress(location.search, history.state, []);
    this.fleeting = !asks(this.state);
    this.read();
    if (typed && typed !== this.state.q && !this.state.q) {
      this.input.value = typed;
      this.typed();
    }
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private makeForm(): HTMLFormElement {
    const { words } = this.source.speech;
    const input = make("input", { type: "search", name: "q", "aria-label": words.label, autocomplete: "off", enterkeyhint: "search" });
    return make("form", { role: "search", class: "ks-form" }, input, make("button", { type: "submit" }, words.label));
  }

  private read(): void {
    this.state = readAddress(location.search, history.state, this.facets ?? []);
    this.fleeting = !asks(this.state);
    this.input.value = this.state.q;
    if (this.facets || !saysMore(location.search)) {
      this.ask(false);
      return;
    }
    this.expect(true);
    const go = (): void => this.ask(false);
    void this.source.open().then(({ facets }) => this.know(facets)).then(go, go);
  }

  /** What the address says of the site's facets is the search's, too. */
  private know(facets: readonly Facet[]): void {
    this.facets = facets;
    this.state = { ...this.state, chosen: readAddress(location.search, history.state, facets).chosen };
  }

  private typed(): void {
    const q = this.input.value;
    if (q === this.state.q) {
      return;
    }
    this.state = { ...this.state, q, typing: true, exact: false, limit: step };
    this.write(this.fleeting);
    this.fleeting = true;
    this.ask(true);
  }

  /** Takes a step that Back undoes. */
  private go(s: State): void {
    const again = writeAddress(s, "", this.facets ?? []) === writeAddress(this.state, "", this.facets ?? []);
    this.state = s;
    this.input.value = s.q;
    this.write(again);
    this.fleeting = false;
    this.ask(false);
  }

  private write(replace: boolean): void {
    const kept = { limit: this.state.limit, typing: this.state.typing };
    const address = location.pathname + writeAddress(this.state, location.search, this.facets ?? []);
    try {
      history[replace ? "replaceState" : "pushState"](kept, "", address);
    } catch {
      // A page that was opened from a disk may not be allowed to: it searches all the same.
    }
  }

  private ask(soon: boolean): void {
    const asked = asks(this.state);
    this.expect(asked);
    if (!asked) {
      this.asker.cancel();
      this.status.textContent = "";
      this.list.replaceChildren();
      return;
    }
    const s = this.state;
    this.asker.ask((engine, signal) => answer(engine, s, signal), soon);
  }

  /** Makes room for an answer, or for what is to be seen while nothing is asked. */
  private expect(answer: boolean): void {
    this.idle.forEach((e) => (e.hidden = answer));
    document.documentElement.removeAttribute("data-asked"); // by which a theme may have hidden them before
    this.answer.hidden = !answer;
  }

  private wait(): void {
    this.answer.setAttribute("aria-busy", "true");
    this.status.textContent = this.source.speech.words.searching;
  }

  private fail(): void {
    const { words } = this.source.speech;
    this.answer.removeAttribute("aria-busy");
    this.answer.removeAttribute("data-query");
    this.status.textContent = words.failed;
    this.notes.replaceChildren(this.button(words.again, this.state));
  }

  private show({ result, counted, facets }: Answer): void {
    const { speech } = this.source;
    this.answer.removeAttribute("aria-busy");
    this.answer.setAttribute("data-query", this.state.q); // the words in the field may be newer
    this.facets = facets;
    this.choices.show(counted, facets, result.facetLabels);
    this.status.textContent = result.total > 0 || result.partial ? speech.found(result.total) : speech.quote("none", this.state.q);
    this.notes.replaceChildren(...this.remarks(result));
    const items = result.hits.map((hit) => hitItem(hit, this.source));
    const full = Math.min(items.length, result.total);
    this.list.replaceChildren(make("ol", {}, ...items.slice(0, full)));
    if (full < items.length) {
      this.list.append(make("h2", { class: "ks-partial" }, speech.words.partial), make("ol", {}, ...items.slice(full)));
    }
    if (result.total > this.state.limit) {
      this.list.append(make("button", { type: "button", class: "ks-more", click: () => this.more() }, speech.words.more));
    }
  }

  /** What is to be said of an answer besides its hits. */
  private remarks(result: Result): Node[] {
    const { speech } = this.source;
    const { words } = speech;
    const s = this.state;
    const out: Node[] = [];
    if (result.partial) {
      out.push(make("p", {}, words.damaged, " ", this.button(words.again, s)));
    }
    if (result.correction) {
      const instead = this.button(speech.quote("instead", s.q), { ...s, exact: true, typing: false });
      out.push(make("p", {}, speech.quote("corrected", result.correction), " ", instead));
    }
    if (result.inflected) {
      out.push(make("p", {}, words.inflected));
    }
    if (result.apart) {
      out.push(make("p", {}, words.apart));
    }
    if (result.total === 0 && !result.partial) {
      out.push(make("p", {}, result.signs ? words.signs : words.spelling));
      if (hasFilters(s)) {
        out.push(this.button(words.clear, { ...s, chosen: {}, typing: false }));
      }
      if (!s.all) {
        out.push(this.button(words.all, { ...s, all: true, typing: false }));
      }
    }
    return out;
  }

  private button(label: string, s: State): HTMLElement {
    return make("button", { type: "button", click: () => this.go(s) }, label);
  }

  private more(): void {
    const before = this.links().length;
    this.state = { ...this.state, limit: this.state.limit + step };
    this.write(true);
    const s = this.state;
    this.asker.ask(async (engine, signal) => {
      const found = await answer(engine, s, signal);
      queueMicrotask(() => this.links()[before]?.focus());
      return found;
    }, false);
  }

  private links(): HTMLElement[] {
    return Array.from(this.list.querySelectorAll<HTMLElement>(".ks-hit h2 a"));
  }

  /** Arrows lead from the field through the hits and back, Escape back at once. */
  private walk(e: KeyboardEvent): void {
    if (isComposing(e) || e.altKey || e.ctrlKey || e.metaKey || e.shiftKey) {
      return;
    }
    const links = this.links();
    const item = e.target instanceof Element ? e.target.closest("li") : null;
    const at = item ? links.findIndex((link) => item.contains(link)) : -1;
    if (e.key === "ArrowDown" && at + 1 < links.length) {
      links[at + 1]!.focus();
    } else if (e.key === "ArrowUp" && at > 0) {
      links[at - 1]!.focus();
    } else if ((e.key === "ArrowUp" && at === 0) || (e.key === "Escape" && e.target !== this.input)) {
      this.focus();
    } else {
      return; // Escape in the field is the browser's: it empties it
    }
    e.preventDefault();
  }
}

/** Asks for the hits; and, for each facet with a choice, what else could be chosen in it. */
async function answer(engine: Engine, s: State, signal: AbortSignal): Promise<Answer> {
  const chosen = Object.keys(s.chosen);
  const [result, ...counts] = await Promise.all([
    engine.search(s.q, { ...options(s, signal), exact: s.exact }),
    ...chosen.map((facet) => engine.search(s.q, { ...options(s, signal, facet), exact: s.exact })),
  ]);
  const counted = { ...result.facets };
  if (counts.some((c) => c.partial)) {
    result.partial = true;
  }
  chosen.forEach((facet, i) => (counted[facet] = counts[i]!.facets[facet] ?? []));
  return { result, counted, facets: engine.facets };
}
