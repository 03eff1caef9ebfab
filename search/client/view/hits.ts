// The hits of the search page.

import type { Hit } from "../api";
import { entry } from "../entry";
import { make, marked } from "./dom";
import type { Source } from "./source";
import { remembering } from "./marks";
import { locale, ownName } from "./words";

/** One hit: where it stands, its title, what was found in it. */
export function hitItem(hit: Hit, source: Source): HTMLElement {
  const { speech } = source;
  const foreign = hit.lang !== source.lang;
  const kind = entry(hit.facets, "kind")?.[0]?.label ?? "";
  const place = [kind, ...hit.breadcrumb, hit.date && speech.date(hit.date), foreign && speech.language(hit.lang)];
  const item = make("li", { class: "ks-hit" });
  item.append(
    make("p", { class: "ks-place" }, ...place.filter((p) => p !== "" && p !== false).map((p) => make("span", {}, p as string))),
    make("h2", foreign ? inLang(hit.lang) : {}, make("a", { href: source.link(hit.url), click: remembering(hit) }, ...marked(hit.title, hit.titleMarks))),
  );
  if (hit.excerpt) {
    item.append(make("p", { class: "ks-excerpt", ...(foreign ? inLang(hit.lang) : {}) }, ...marked(hit.excerpt, hit.marks)));
  }
  if (hit.others.length > 0) {
    const links = hit.others.map((o) =>
      make("a", { href: source.link(o.url), hreflang: locale(o.lang), ...inLang(o.lang) }, ownName(o.lang)),
    );
    item.append(make("p", { class: "ks-others" }, speech.words.also, ...links.flatMap((l) => [" ", l])));
  }
  return item;
}

const inLang = (lang: string): Record<string, string> => ({ lang: locale(lang), dir: "auto" });
