// What narrows a search down: facets, all languages, the order.

import { view } from "../../internal/constants/constants.json";
import type { Facet, FacetValue } from "../api";
import { entry } from "../entry";
import { make } from "./dom";
import type { Speech } from "./words";
import { choose, hasFilters, step, type State } from "./state";

export class Choices {
  readonly element: HTMLElement;
  private readonly groups = new Map<Facet, HTMLFieldSetElement>();
  private readonly opened = new Set<Facet>();
  private readonly toggle: HTMLButtonElement;
  private readonly clear: HTMLButtonElement;
  private readonly all: HTMLInputElement;
  private readonly sort: HTMLSelectElement;
  /** Names of values that were counted once, for those that are chosen and count nothing now. */
  private readonly labels = new Map<string, string>();

  constructor(
    private readonly speech: Speech,
    private readonly get: () => State,
    private readonly set: (s: State) => void,
  ) {
    const { words } = speech;
    this.toggle = make("button", { type: "button", class: "ks-toggle", "aria-expanded": "false", click: () => this.open() }, words.filters);
    this.all = make("input", { type: "checkbox", change: () => this.inAll() });
    this.sort = make(
      "select",
      { change: () => this.set({ ...this.get(), byDate: this.sort.value === "date", limit: step }) },
      make("option", { value: "relevance" }, words.relevance),
      make("option", { value: "date" }, words.date),
    );
    this.clear = make("button", { type: "button", click: () => this.set({ ...this.get(), chosen: {}, limit: step }) }, words.clear);
    const box = make("div", { class: "ks-facets" }, this.clear);
    this.element = make(
      "div",
      { class: "ks-choices" },
      make(
        "div",
        { class: "ks-switches" },
        make("label", {}, this.all, words.all),
        make("label", {}, `${words.sort} `, this.sort),
        this.toggle,
      ),
      box,
    );
  }

  /** Shows what was counted, in the order of facets; named are names of facets. */
  show(counted: Record<Facet, FacetValue[]>, facets: readonly Facet[], named: Readonly<Record<Facet, string>>): void {
    const s = this.get();
    this.all.checked = s.all;
    this.sort.value = s.byDate ? "date" : "relevance";
    this.clear.hidden = !hasFilters(s);
    const n = Object.values(s.chosen).flat().length;
    this.toggle.textContent = this.speech.words.filters + (n > 0 ? ` (${this.speech.numeral(n)})` : "");
    const focused = document.activeElement?.id;
    for (const facet of ["lang", ...facets]) {
      this.fill(this.group(facet), facet, s, entry(counted, facet) ?? [], this.speech.facet(facet, entry(named, facet)));
    }
    // What had the focus was made anew.
    if (focused && document.activeElement?.id !== focused) {
      this.element.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus();
    }
  }

  private label(facet: Facet, value: string): string {
    return this.labels.get(`${facet} ${value}`) ?? value;
  }

  private group(facet: Facet): HTMLFieldSetElement {
    let group = this.groups.get(facet);
    if (!group) {
      group = make("fieldset", { class: `ks-facet is-${facet}`, hidden: true });
      this.groups.set(facet, group);
      this.clear.before(group);
    }
    return group;
  }

  private fill(group: HTMLFieldSetElement, facet: Facet, s: State, counted: readonly FacetValue[], heading: string): void {
    const chosen = entry(s.chosen, facet) ?? [];
    counted.forEach((v) => this.labels.set(`${facet} ${v.value}`, v.label));
    const gone = chosen.filter((value) => !counted.some((v) => v.value === value));
    const values = [...counted, ...gone.map((value) => ({ value, label: this.label(facet, value), count: 0 }))];
    if (values.every((v) => /^\d{4}$/.test(v.value))) {
      values.sort((a, b) => (a.value < b.value ? 1 : -1)); // years: the newest first
    }
    group.hidden = values.length === 0 || (facet === "lang" && !s.all);
    const shown = this.opened.has(facet) ? values : values.filter((v, i) => i < view.values || chosen.includes(v.value));
    group.replaceChildren(
      make("legend", {}, heading),
      ...shown.map(({ value, label, count }) => this.choice(facet, value, label, count, chosen.includes(value))),
    );
    if (shown.length < values.length) {
      const first = `ks-${facet}-${values.find((v) => !shown.includes(v))!.value}`;
      const showAll = (): void => {
        this.opened.add(facet);
        this.fill(group, facet, s, counted, heading);
        document.getElementById(first)?.focus();
      };
      group.append(make("button", { type: "button", click: showAll }, this.speech.words.every));
    }
  }

  private choice(facet: Facet, value: string, label: string, count: number, on: boolean): HTMLElement {
    const toggled = (e: Event): void => this.set(choose(this.get(), facet, value, (e.target as HTMLInputElement).checked));
    return make(
      "label",
      {},
      make("input", { type: "checkbox", id: `ks-${facet}-${value}`, name: facet, value, checked: on, change: toggled }),
      make("span", {}, label),
      " ",
      make("span", { class: "ks-count" }, this.speech.numeral(count)),
    );
  }

  private inAll(): void {
    const { lang: _, ...chosen } = this.get().chosen;
    this.set({ ...this.get(), all: this.all.checked, chosen, limit: step });
  }

  private open(): void {
    this.toggle.setAttribute("aria-expanded", String(this.toggle.getAttribute("aria-expanded") !== "true"));
  }
}
