// The Russian stemmer of Snowball (https://snowballstem.org/algorithms/russian/stemmer.html), in
// the version that Bleve has.

import { suffixes } from "./suffix";

// Endings of which those with a sign before them count only after "а" or "я".
const gerund = endings("ив ивши ившись ыв ывши ывшись", "в вши вшись");
const participle = endings("ивш ывш ующ", "ем нн вш ющ щ");
const verb = endings(
  "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю",
  "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
);
const reflexive = endings("ся сь");
const adjective = endings("ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");
const noun = endings("а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");
const superlative = endings("ейш ейше");
const derivation = endings("ост ость");

/** Cuts an ending off; undefined if the word has none of them from position rv on. */
type Cut = (word: string, rv: number) => string | undefined;

function endings(free: string, afterA = ""): Cut {
  const find = suffixes(afterA ? free + " " + afterA : free);
  const bound = new Set(afterA.split(" "));
  return (word, rv) => {
    const end = find(word, rv);
    const at = word.length - end.length;
    // The longest ending decides: where its condition fails no shorter one is tried.
    if (end === "" || (bound.has(end) && !(at > rv && /[ая]/.test(word[at - 1]!)))) {
      return undefined;
    }
    return word.slice(0, at);
  };
}

export function stemRussian(word: string): string {
  const rv = /^.*?[аеиоуыэюя]/u.exec(word)?.[0].length;
  if (rv === undefined) {
    return word;
  }
  const r2 = /^.*?[аеиоуыэюя].*?[^аеиоуыэюя].*?[аеиоуыэюя].*?[^аеиоуыэюя]/u.exec(word)?.[0].length ?? word.length;

  let w = gerund(word, rv);
  if (w === undefined) {
    w = reflexive(word, rv) ?? word;
    const stem = adjective(w, rv);
    w = stem !== undefined ? (participle(stem, rv) ?? stem) : (verb(w, rv) ?? noun(w, rv) ?? w);
  }
  if (w.length > rv && w.endsWith("и")) {
    w = w.slice(0, -1);
  }
  w = derivation(w, r2) ?? w;
  const single = (s: string) => (s.length - rv >= 2 && s.endsWith("нн") ? s.slice(0, -1) : s);
  const best = superlative(w, rv);
  if (best !== undefined) {
    return single(best);
  }
  const n = single(w);
  return n === w && w.length > rv && w.endsWith("ь") ? w.slice(0, -1) : n;
}

/**
 * Further terms of the index under which a word may be, because the stemmer does not bring all
 * forms of a word to one stem: the surface form, the stem of the stem, and the stem with a fleeting
 * vowel put in or taken out. They are in the order in which Go has them, as candidates: only those
 * that the index has count, see russianVariants in search/internal/text/russian.go.
 */
export function russianVariants(stem: string, surface: string, has: (term: string) => boolean): string[] {
  const out: string[] = [];
  const put = (term: string) => {
    if (term !== stem && !out.includes(term) && has(term)) {
      out.push(term);
    }
  };
  put(surface);
  const whole = out.length > 0;
  const again = stemRussian(stem);
  if ([...again].length >= 3) {
    put(again);
  }
  for (const v of fleetingVowels(stem)) {
    // Where the form itself is a term, it is one without an ending: nothing is to be put in.
    if (!whole || v.length <= stem.length) {
      put(v);
    }
  }
  return out;
}

/** The forms of a stem that differ by a vowel between its last two consonants. */
function fleetingVowels(stem: string): string[] {
  const m = /^(.+)(.)(.)([бвгджзклмнпрстфхцчшщ])$/su.exec(stem);
  if (!m) {
    return [];
  }
  const [, head, a, b, c] = m as unknown as [string, string, string, string, string];
  const out: string[] = [];
  const put = (middle: string) => out.push(head + middle + c);
  const consonant = (s: string) => /[бвгджзклмнпрстфхцчшщ]/.test(s);
  if (/[ое]/.test(b) && (consonant(a) || a === "ь")) {
    put(a);
    if (b === "е") {
      put(a + "ь");
    }
  }
  if (b === "е" && /[аоуые]/.test(a)) {
    put(a + "й");
  }
  if (consonant(b)) {
    put(a + b + "о");
    put(a + b + "е");
  }
  if (/[ьй]/.test(b)) {
    put(a + "е");
  }
  return out;
}
