// The view. Two kinds of elements become searches:
//
//   <div data-kengash-search></div>
//       a search page; a form with a field "q" in it is used, and what else is in it is shown while
//       nothing is asked
//   <form data-kengash-box action="search.html"><input name="q"></form>
//       a box with a list of the best hits; it leads to the search page
//
// data-lang says the language of the index, if it is not that of the element; data-base the folder
// search/, if the script is not in it.

import { SearchBox } from "./box";
import { isEditing } from "./dom";
import { markRemembered } from "./marks";
import { SearchPage } from "./page";

function start(): void {
  const all = <T extends Element>(selector: string): T[] => Array.from(document.querySelectorAll<T>(selector));
  const pages = all<HTMLElement>("[data-kengash-search]").map((e) => new SearchPage(e));
  const boxes = all<HTMLFormElement>("form[data-kengash-box]").map((e) => new SearchBox(e));
  const first = pages[0] ?? boxes[0];
  markRemembered();
  document.addEventListener("keydown", (e) => {
    if (e.key === "/" && first && !e.defaultPrevented && !e.ctrlKey && !e.metaKey && !e.altKey && !isEditing(e.target)) {
      e.preventDefault();
      first.focus();
    }
  });
}

if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", start);
} else {
  // This script is inside the one that defines Kengash: that comes first.
  queueMicrotask(start);
}
