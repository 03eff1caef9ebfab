// The choice of languages stands in the address: it can be sent, and Back undoes it. The page holds
// one text; the others come when they are chosen, each as a script. The style hides and shows by
// itself. This script runs before the text behind it is drawn, so that nothing moves.
(function () {
  "use strict";
  var choice = document.querySelector(".choice"), root = new URL("../", document.currentScript.src).href;
  if (!choice) { // the address of texts side by side, which leads on
    var to = document.querySelector("a");
    if (location.search) to.search = location.search;
    if (location.hash) to.hash = location.hash;
    location.replace(to.href);
    return;
  }
  var boxes = Array.from(choice.querySelectorAll("input"));
  var links = document.querySelectorAll("nav.languages a");
  var page = choice.closest(".document");
  var waiting = 0; // for texts
  var parsed = new Promise(function (resolve) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve);
    else resolve();
  });

  // The same place and the same languages in another language of the interface.
  function keep() {
    links.forEach(function (link) {
      link.search = location.search;
      link.hash = location.hash;
    });
  }

  function read() {
    var asked = (new URLSearchParams(location.search).get("langs") || "").split(",");
    var known = boxes.some(function (box) { return asked.includes(box.value); });
    boxes.forEach(function (box) { box.checked = known ? asked.includes(box.value) : box.defaultChecked; });
    load();
    keep();
  }

  function write() {
    var langs = boxes.filter(function (box) { return box.checked; }).map(function (box) { return encodeURIComponent(box.value); });
    var usual = boxes.every(function (box) { return box.checked === box.defaultChecked; });
    try {
      history.pushState(null, "", (usual ? location.pathname : "?langs=" + langs.join(",")) + location.hash);
    } catch (e) { /* an address that cannot change: the choice holds for this page */ }
    keep();
  }

  // Fetches the chosen texts that the page does not have.
  function load() {
    boxes.forEach(function (box) {
      if (!box.checked || !box.dataset.src || box.asked) return;
      box.asked = true;
      waiting++;
      var script = document.createElement("script");
      script.src = box.dataset.src;
      script.onerror = function () {
        script.remove();
        parsed.then(function () { fail(box); });
      };
      script.onload = function () { if (!box.came) script.onerror(); }; // some hosts answer any address with a page
      document.head.append(script);
    });
  }

  window.kengashText = function (lang, cells) {
    var box = boxes.find(function (b) { return b.value === lang; });
    box.came = true;
    parsed.then(function () { return window.kengashUnpacked(cells); }).then(function (all) {
      fill(boxes.indexOf(box) + 1, all);
      arrived();
    }).catch(function () { fail(box); });
  };

  // A text that does not come is not chosen: the page says so, and where it is.
  function fail(box) {
    box.asked = box.came = box.checked = false;
    if (!boxes.some(function (b) { return b.checked; })) boxes[0].checked = true;
    var said = document.createElement("p");
    said.className = "failed";
    said.setAttribute("role", "alert");
    said.append(window.KengashInterface.parallel_failed, " ", head(boxes.indexOf(box) + 1).querySelector("a").cloneNode(true));
    choice.querySelectorAll(".failed").forEach(function (before) { before.remove(); });
    choice.append(said);
    arrived();
  }

  function arrived() {
    if (--waiting === 0) show();
  }

  // Shows the text, which waits for those that the address asks for.
  function show() {
    if (!page.classList.contains("is-loading")) return;
    page.classList.remove("is-loading");
    var place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (place) place.scrollIntoView();
  }

  function head(number) { return page.querySelector(".columns-head .t" + number); }

  // Adds a text to the page, each paragraph beside the others.
  function fill(number, cells) {
    var of = head(number), before = null;
    var known = new Map(cells.map(function (cell) { return [cell.id, cell]; }));
    page.querySelectorAll(".block").forEach(function (block) {
      var part = block.closest(".part"), column = document.createElement("div");
      var cell = known.get(block.id || part.id); // a heading of a clause has the clause's id
      column.className = "t" + number;
      column.lang = of.querySelector("a").lang;
      if (of.dir) column.dir = of.dir;
      column.append(named(of));
      if (part && part !== before) column.append(" ", said(of, "span:not(.mark)"));
      if (cell && cell.stale) column.append(" ", said(of, ".mark"));
      column.append(words(cell, of));
      before = part;
      var columns = Array.from(block.children).filter(function (child) { return child.nodeName === "DIV"; });
      var next = columns.find(function (other) { return Number(other.className.slice(1)) > number; });
      if (next) next.before(column);
      else columns.pop().after(column);
    });
  }

  function named(of) {
    var name = document.createElement("b");
    name.textContent = of.querySelector("a").textContent;
    return name;
  }

  // What the head of a column says of its text, in the page's language.
  function said(of, selector) { return inPage(of.querySelector(selector).cloneNode(true), of); }

  function inPage(element, of) {
    element.lang = document.documentElement.lang;
    if (of.dir) element.dir = document.documentElement.dir;
    return element;
  }

  function words(cell, of) {
    var p = document.createElement(cell && cell.flow ? "div" : "p"); // one with lists and tables has paragraphs of its own
    if (cell && cell.flow) p.className = "flow";
    if (!cell) {
      p.className = "gap";
      p.textContent = window.KengashInterface.parallel_no_text;
      return inPage(p, of);
    }
    p.innerHTML = cell.html.replace(/ href="\//g, ' href="' + root);
    if (cell.num) {
      var num = document.createElement("span");
      num.className = "num";
      num.textContent = /[.)]$/.test(cell.num) ? cell.num : cell.num + ".";
      p.prepend(num, " ");
    }
    return p;
  }

  choice.addEventListener("change", function (event) {
    if (boxes.some(function (box) { return box.checked; })) {
      write();
      load();
    } else event.target.checked = true; // one language stays
  });
  addEventListener("popstate", read);
  addEventListener("pageshow", read); // a browser may restore what was chosen before
  addEventListener("hashchange", keep);
  choice.hidden = false;
  read();
  if (waiting) {
    page.classList.add("is-loading");
    setTimeout(show, 2000); // a slow line: what is there is better than nothing
  }
})();
