// Comforts only: every page works without this file.
(function () {
  "use strict";
  var here = document.currentScript.src;
  var words = window.KengashInterface; // of the page's language: chrome/script.html puts them before this
  function store(key, value) {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch (e) { /* storage is closed: the choice holds for this page */ }
  }

  // What a script of rows or of a text holds: an array, or its JSON deflated and in base64.
  window.kengashUnpacked = function (array) {
    if (Array.isArray(array)) return Promise.resolve(array);
    try {
      var bytes = Uint8Array.from(atob(array), function (c) { return c.charCodeAt(0); });
      return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).json();
    } catch (e) {
      return Promise.reject(e);
    }
  };

  // The language that the reader chose, for the chooser of languages.
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-lang]");
    if (link) store("kengash-lang", link.dataset.lang);
  });

  // Light, dark, or as the system has it.
  var button = document.querySelector("button.theme");
  if (button) {
    var root = document.documentElement, order = ["auto", "light", "dark"];
    var label = function () {
      button.title = words["theme_" + (root.dataset.theme || "auto")];
      button.setAttribute("aria-label", button.title);
    };
    button.innerHTML = '<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="none" stroke="currentColor" ' +
      'stroke-width="2" stroke-linecap="round"><g class="is-auto"><circle cx="12" cy="12" r="8"/>' +
      '<path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor"/></g><g class="is-light"><circle cx="12" cy="12" r="4"/>' +
      '<path d="M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M19 5l-1.7 1.7M6.7 17.3 5 19"/></g>' +
      '<path class="is-dark" d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z"/></svg>';
    button.addEventListener("click", function () {
      var next = order[(order.indexOf(root.dataset.theme || "auto") + 1) % 3];
      if (next === "auto") delete root.dataset.theme;
      else root.dataset.theme = next;
      store("kengash-theme", next === "auto" ? "" : next);
      label();
    });
    label();
    button.hidden = false;
  }

  // The script that searches comes when a reader comes to the field, which "/" does from anywhere.
  var box = document.querySelector("form[data-kengash-box]");
  if (box) {
    var field = box.querySelector("input");
    field.autocomplete = "off";
    field.enterKeyHint = "search";
    var fetchSearch = function () {
      field.removeEventListener("focus", fetchSearch);
      var script = document.createElement("script");
      script.src = new URL("../search/kengash-search.js", here).href;
      script.onerror = function () { field.addEventListener("focus", fetchSearch); };
      document.head.append(script);
    };
    var found = null; // the words of a hit that was followed, which the same script marks
    try { found = sessionStorage.getItem("kengash-words"); } catch (e) { /* storage is closed: nothing is marked */ }
    if (document.activeElement === field || found) fetchSearch();
    else field.addEventListener("focus", fetchSearch);
    document.addEventListener("keydown", function (event) {
      if (event.key !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
  }

  // Escape closes the menu.
  var menu = document.querySelector(".menu details");
  if (menu) {
    menu.parentNode.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && menu.open) {
        menu.open = false;
        menu.firstElementChild.focus();
      }
    });
  }

  // Copying: a button beside each form of a citation, and beside the permanent link of each clause.
  var citing = document.getElementById("k-cite");
  var status;
  var say = function (button, text) {
    if (!status) {
      status = document.createElement("p");
      status.className = "vh";
      status.setAttribute("role", "status");
      document.body.append(status);
    }
    status.textContent = "";
    var label = button.textContent;
    button.textContent = text;
    setTimeout(function () { status.textContent = text; }, 50);
    setTimeout(function () { button.textContent = label; }, 2500);
  };
  // An intranet without https has no clipboard: there the old way serves.
  var copy = function (text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    var field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    return done ? Promise.resolve() : Promise.reject();
  };
  var addCopy = function (place, label, name, text) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = label;
    button.setAttribute("aria-label", label + ": " + name);
    button.addEventListener("click", function () {
      copy(text).then(function () { say(button, words.copied); }, function () { say(button, words.copy_failed); });
    });
    place.append(button);
  };
  var name = function (heading) { // without its link and buttons
    return Array.from(heading.childNodes, function (n) { return /^(A|BUTTON)$/.test(n.nodeName) ? "" : n.textContent; }).join("").trim();
  };
  // The page has a RIS record, which says all that BibTeX and CSL-JSON do.
  var tex = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  var escaped = function (text) { return text && text.replace(/[\\{}&%$#_~^]/g, function (sign) { return tex[sign] || "\\" + sign; }); };
  // Two pairs of braces: no style divides the name of a body or changes capital letters.
  var whole = function (text) { return text && "{" + escaped(text) + "}"; };
  var dated = function (date) { return (date || "").split("/").filter(Boolean).map(Number); };
  var bibTeX = function (of, title) {
    var date = dated(of.DA);
    return "@misc{" + of.ID + [
      ["author", whole(of.AU)], ["title", whole(title)], ["year", date[0]], ["month", date[1]], ["day", date[2]],
      ["howpublished", escaped(of.T2 || of.PB)], ["organization", of.T2 && whole(of.PB)], ["note", escaped(of.N1)], ["langid", of.LA],
      ["url", of.UR], ["urldate", of.Y2 && of.Y2.replace(/\//g, "-")]
    ].map(function (field) { return field[1] ? ",\n  " + field[0] + " = {" + field[1] + "}" : ""; }).join("") + "\n}";
  };
  var csl = function (of, title) {
    var date = function (text) { return text && { "date-parts": [dated(text)] }; };
    return JSON.stringify([{ // what is undefined is left out
      id: of.ID, type: of.TY === "GEN" ? "document" : "webpage", title: title, author: of.AU && [{ literal: of.AU }], section: of.SE,
      issued: date(of.DA), accessed: date(of.Y2), "container-title": of.T2 || of.PB, publisher: of.T2 && of.PB, archive: of.AV,
      language: of.LA, note: of.N1, URL: of.UR
    }]);
  };
  var addForms = function (list) {
    var ris = list.lastElementChild, of = {};
    ris.querySelector("pre").textContent.split("\n").forEach(function (line) { of[line.slice(0, 2)] = line.slice(6); });
    var title = of.SE ? of.TI + ", " + of.SE : of.TI;
    var row = function (name, text) {
      var made = ris.cloneNode(true);
      made.querySelector("dt").textContent = name;
      made.querySelector("pre").textContent = text;
      return made;
    };
    ris.before(row("BibTeX", bibTeX(of, title)));
    ris.after(row("CSL-JSON", csl(of, title)));
    list.querySelectorAll("div").forEach(function (form) {
      addCopy(form.querySelector("dd"), words.copy, form.querySelector("dt").textContent, form.querySelector("pre").textContent);
    });
  };
  // The sentence and the record of a clause are those of the page, with their gaps filled.
  var cite = function (clause) {
    var id = clause.closest(".part").id, list = blank.cloneNode(true);
    list.querySelector("pre").textContent = canonical.href + "#" + id;
    list.querySelectorAll("[data-gap]").forEach(function (gap) {
      gap.replaceWith(gap.dataset.gap.split("{id}").join(id).split("{section}").join(clause.dataset.section));
    });
    while (clause.children.length > 1) clause.lastElementChild.remove();
    clause.append(list);
    addForms(list);
  };
  if (citing) {
    var canonical = document.querySelector("link[rel=canonical]"), list = citing.querySelector("dl");
    var first = list.firstElementChild.cloneNode(true);
    first.querySelector("dt").textContent = words.cite_link;
    first.querySelector("pre").textContent = canonical.href;
    list.prepend(first);
    var blank = list.cloneNode(true);
    addForms(list);
    document.querySelectorAll(".citing[data-section]").forEach(function (clause) {
      clause.addEventListener("toggle", function () { cite(clause); }, { once: true });
    });
    document.querySelectorAll(".part h3 > .permalink").forEach(function (link) {
      addCopy(link.parentNode, words.copy_link, name(link.parentNode), canonical.href + link.hash);
    });
  }

  // From each part of a text to its languages side by side, which parallel.js shows.
  var compare = document.querySelector(".compare-all");
  if (compare) {
    document.querySelectorAll(".part > h3").forEach(function (heading) {
      var link = document.createElement("a");
      link.className = "compare";
      link.href = compare.search + "#" + heading.parentNode.id;
      link.textContent = words.compare;
      link.setAttribute("aria-label", words.compare + ": " + name(heading));
      heading.after(link);
    });
  }
})();
