// Elements are made one by one and texts are texts: what an index or a reader says is never read as
// HTML. No element gets a style of its own, since a policy may forbid that.

import type { Marks } from "../api";

type Attributes = Record<string, string | number | boolean | ((event: Event) => void)>;

/**
 * Makes an element. A function is a listener; true is an attribute without a value, false is none.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      e.addEventListener(name, value);
    } else if (value !== false) {
      e.setAttribute(name, value === true ? "" : String(value));
    }
  }
  e.append(...children);
  return e;
}

/** A text with pieces of it marked. */
export function marked(text: string, marks: Marks): (Node | string)[] {
  const out: (Node | string)[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    out.push(text.slice(at, from), make("mark", {}, text.slice(from, to)));
    at = to;
  }
  return [...out, text.slice(at)];
}

/** Reports whether keys belong to what a reader is writing. */
export const isEditing = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

/** Reports whether a key belongs to an input method, which composes a word. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
