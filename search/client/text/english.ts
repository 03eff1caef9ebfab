// The English stemmer of Snowball, "Porter 2"
// (https://snowballstem.org/algorithms/english/stemmer.html), in the version that Bleve has.

import { suffixes, type Suffixes } from "./suffix";

// Whole words that the rules would spoil, and what becomes of them.
const exceptions = table(
  "skis:ski skies:sky dying:die lying:lie tying:tie idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl " +
    "sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes",
);
// The same for words after their "s" is gone.
const finished = /^(?:inning|outing|canning|herring|earring|proceed|exceed|succeed)$/;

const step2 = rule(
  "anci:ance enci:ence ogi:og li: bli:ble abli:able alli:al fulli:ful lessli:less ousli:ous entli:ent aliti:al biliti:ble iviti:ive " +
    "tional:tion ational:ate alism:al ation:ate ization:ize izer:ize ator:ate iveness:ive fulness:ful ousness:ous",
);
const step3 = rule("icate:ic ative: alize:al iciti:ic ical:ic tional:tion ational:ate ful: ness:");
const step4 = rule("ic: ance: ence: able: ible: ate: ive: ize: iti: al: ism: ion: er: ous: ant: ent: ment: ement:");

interface Rule {
  find: Suffixes;
  to: Map<string, string>;
}

function table(pairs: string): Map<string, string> {
  return new Map(pairs.split(" ").map((p) => p.split(":") as [string, string]));
}

function rule(pairs: string): Rule {
  const to = table(pairs);
  return { find: suffixes([...to.keys()].join(" ")), to };
}

// Replaces the longest suffix if it is in the region that begins at from and holds finds nothing
// against it.
function apply(r: Rule, w: string, from: number, holds: (suffix: string, rest: string) => boolean): string {
  const suffix = r.find(w, 0);
  const rest = w.slice(0, w.length - suffix.length);
  return suffix !== "" && rest.length >= from && holds(suffix, rest) ? rest + r.to.get(suffix) : w;
}

// Both of w without its last sign: the end of a short syllable.
const endsShort = (w: string): boolean => /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$/u.test(w);

export function stemEnglish(word: string): string {
  const special = exceptions.get(word);
  if (special !== undefined) {
    return special;
  }
  if ([...word].length < 3) {
    return word;
  }
  // A "y" that is a consonant is written "Y" while the rules work.
  let w = word.replace(/^'/, "").replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const region = /^.*?[aeiouy][^aeiouy]/su;
  const r1 = (/^(?:gener|commun|arsen)/.exec(w) ?? region.exec(w))?.[0].length ?? w.length;
  const r2 = r1 + (region.exec(w.slice(r1))?.[0].length ?? w.length - r1);

  w = w.replace(/(?:'s'|'s|')$/, "");
  w = w.replace(/(?:sses|ie[ds]|[us]s|s)$/, (end, at: number) => {
    switch (end) {
      case "sses":
        return "ss";
      case "ied":
      case "ies":
        return at > 1 ? "i" : "ie";
      case "s":
        return /[aeiouy]./su.test(w.slice(0, at)) ? "" : end;
    }
    return end;
  });
  if (!finished.test(w)) {
    w = w.replace(/(?:eed|eedly|ed|edly|ing|ingly)$/, (end, at: number) =>
      end.startsWith("eed") ? (at >= r1 ? "ee" : end) : /[aeiouy]/.test(w.slice(0, at)) ? "\0" : end,
    );
    if (w.endsWith("\0")) {
      w = w.slice(0, -1);
      if (/(?:at|bl|iz)$/.test(w) || (w.length === r1 && endsShort(w))) {
        w += "e";
      } else {
        w = w.replace(/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/, (pair) => pair[0]!);
      }
    }
    w = w.replace(/(.[^aeiouy])[yY]$/su, "$1i");
    w = apply(step2, w, r1, (s, rest) => (s === "ogi" ? rest.endsWith("l") : s !== "li" || /[cdeghkmnrt]$/.test(rest)));
    w = apply(step3, w, r1, (s, rest) => s !== "ative" || rest.length >= r2);
    w = apply(step4, w, r2, (s, rest) => s !== "ion" || /[st]$/.test(rest));
    const rest = w.slice(0, -1);
    if (
      (w.endsWith("e") && (rest.length >= r2 || (rest.length >= r1 && !endsShort(rest)))) ||
      (w.endsWith("ll") && rest.length >= r2)
    ) {
      w = rest;
    }
  }
  return w.replace(/Y/g, "y");
}
