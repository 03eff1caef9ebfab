// The door: what kengash-search.js puts on the page, `Kengash.open`. See README.md.

import type { Engine, OpenOptions } from "./api";
import { loadScript } from "./load/loader";
import { open as openSite } from "./search/engine";
import "./view/view";

declare global {
  var Kengash: { open: typeof open };
}

// Known only while the script runs for the first time.
const script = document.currentScript as HTMLScriptElement | null;

const opened = new Map<string, Promise<Engine>>();

/** Opens the search index of a site; once, however often it is asked for. */
function open(options: OpenOptions = {}): Promise<Engine> {
  const address = new URL(options.base ?? "./", options.base === undefined && script ? script.src : document.baseURI).href;
  const base = address.endsWith("/") ? address : `${address}/`;
  const lang = options.lang ?? document.documentElement.lang;
  const key = `${lang} ${base}`;
  let engine = opened.get(key);
  if (!engine) {
    engine = openSite({ base, lang }, loadScript);
    engine.catch(() => opened.delete(key)); // it may be tried again
    opened.set(key, engine);
  }
  return engine;
}

globalThis.Kengash = { open };
