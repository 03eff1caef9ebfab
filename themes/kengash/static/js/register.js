// Filters and order of a list: form[data-filters] has the choices. The choice stands in the address
// (?topic=ai&sort=date), so that it can be sent, and so that Back undoes it. Without this file the
// list is whole.
//
// A list on one page has its rows in it: [data-keys] say what each is found by. A divided list
// names a script (data-src) that says so of all its rows, and the scripts of its parts beside it
// hold the rows; both come when something is chosen.
(function () {
  "use strict";
  var form = document.querySelector("form[data-filters]"), shown = document.querySelector("[data-shown]");
  if (!form || !shown) return;
  var STEP = 25; // rows that a divided list shows at once: their parts must come soon on a slow line
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var sort = form.elements.sort;
  var filters = selects.filter(function (select) { return select !== sort; });
  var list = form.dataset.src ? divided(form.dataset.src) : onePage();
  var whole = shown.textContent; // what the page says of the list as it came
  eachOption(function (option) { option.dataset.label = option.textContent; });

  function eachOption(visit) {
    filters.forEach(function (select) {
      Array.prototype.forEach.call(select.options, function (option) { if (option.value) visit(option, select); });
    });
  }

  function has(row, key) { return row.keys.some(function (set) { return set.has(key); }); }

  // The rows that have what is chosen. counts gets how many rows each other choice would leave.
  function fitting(rows, counts) {
    var chosen = filters.filter(function (select) { return select.value; });
    return rows.filter(function (row) {
      var misses = chosen.filter(function (select) { return !has(row, select.name + ":" + select.value); });
      if (misses.length < 2) {
        row.keys.forEach(function (set) {
          set.forEach(function (key) {
            if (!misses.length || key.slice(0, key.indexOf(":")) === misses[0].name) counts[key] = (counts[key] || 0) + 1;
          });
        });
      }
      return !misses.length;
    });
  }

  function show() {
    list.load(function () {
      var counts = {}, rows = fitting(list.rows, counts);
      list.show(rows, sort ? sort.value : "");
      said(rows.length);
      eachOption(function (option, select) {
        var n = counts[select.name + ":" + option.value] || 0;
        option.textContent = option.dataset.label + " (" + n + ")";
        option.disabled = !n && !option.selected;
      });
    });
    // The same choice in another language.
    document.querySelectorAll("nav.languages a").forEach(function (link) { link.search = address(); });
  }

  // Says how many rows there are of how many.
  function said(n) {
    if (!n) shown.textContent = shown.dataset.none;
    else if (!form.dataset.src || address()) shown.textContent = shown.dataset.shown.replace("{n}", n).replace("{total}", list.rows.length);
  }

  function onePage() {
    var rows = Array.prototype.map.call(document.querySelectorAll("[data-keys]"), function (element, index) {
      return { element: element, body: element.parentNode, index: index, keys: [new Set(element.dataset.keys.split(" "))] };
    });
    var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    return {
      rows: rows,
      load: function (then) { then(); },
      show: function (fit, by) {
        var back = by.charAt(0) === "-", key = back ? by.slice(1) : by, fits = new Set(fit);
        rows.slice().sort(function (a, b) {
          var c = key ? collator.compare(a.element.dataset[key], b.element.dataset[key]) : 0;
          return (back ? -c : c) || a.index - b.index;
        }).forEach(function (row) {
          row.element.hidden = !fits.has(row);
          row.body.append(row.element);
        });
        document.querySelectorAll("[data-part]").forEach(function (part) {
          var left = part.querySelectorAll("[data-keys]:not([hidden])").length;
          part.hidden = !left;
          part.querySelector(".count").textContent = left;
        });
      }
    };
  }

  function divided(source) {
    var base = source.slice(0, source.lastIndexOf("/") + 1);
    var wholes = document.querySelectorAll("[data-whole]"), found = document.querySelector("[data-found]");
    var body = found.querySelector("tbody") || found, more = document.querySelector("[data-more]");
    // Rows hold addresses from the site's root, which a page that was opened from a disk has
    // elsewhere.
    var root = new URL("../", document.currentScript.src).href;
    var parts = {}, waiting = {}, onKeys = [], left = [], turn = 0;
    var self = {
      rows: [],
      // Calls then once the keys are there. A list of which nothing is chosen needs none.
      load: function (then) {
        if (self.rows.length) return then();
        if (!address() && document.activeElement.form !== form) return plain();
        shown.textContent = shown.dataset.loading;
        if (onKeys.push(then) === 1) script(source, function () { onKeys = []; });
      },
      show: function (fit, by) {
        if (!address()) return plain();
        wholes.forEach(function (whole) { whole.hidden = true; });
        found.hidden = false;
        body.replaceChildren();
        left = by ? fit.slice().reverse() : fit;
        turn++;
        next();
      }
    };

    function plain() {
      turn++;
      wholes.forEach(function (whole) { whole.hidden = false; });
      found.hidden = more.hidden = true;
      shown.textContent = whole;
    }

    // Shows the next rows, as soon as the parts are there that hold them.
    function next() {
      var now = left.slice(0, STEP), mine = turn;
      var names = now.map(function (row) { return row.part; }).filter(function (name, i, all) { return all.indexOf(name) === i; });
      var missing = names.filter(function (name) { return !parts[name]; });
      var ready = function () {
        if (mine !== turn || names.some(function (name) { return !parts[name]; })) return;
        left = left.slice(STEP);
        now.forEach(function (row) { body.append(drawn(parts[row.part][row.index])); });
        more.hidden = !left.length;
      };
      if (!missing.length) return ready();
      missing.forEach(function (name) {
        var first = !waiting[name];
        (waiting[name] = waiting[name] || []).push(ready);
        if (first) script(base + name + ".js", function () { waiting[name] = null; });
      });
    }

    function drawn(html) {
      var template = document.createElement("template");
      template.innerHTML = html.replace(/ href="\//g, ' href="' + root);
      return template.content;
    }

    function script(address, failed) {
      var element = document.createElement("script");
      element.src = address;
      element.onerror = function () {
        element.remove();
        failed();
        shown.textContent = shown.dataset.failed;
      };
      document.head.append(element);
    }

    window.kengashRegister = {
      keys: function (data) {
        var sets = data.sets.map(function (set) { return new Set(set.map(function (i) { return data.values[i]; })); });
        data.parts.forEach(function (part) {
          var index = 0;
          part.runs.forEach(function (run) {
            run.own.forEach(function (own) { self.rows.push({ part: part.name, index: index++, keys: [sets[run.shared], sets[own]] }); });
          });
        });
        data.values.forEach(offer);
        onKeys.forEach(function (then) { then(); });
        onKeys = [];
      },
      rows: function (name, rows) {
        window.kengashUnpacked(rows).then(function (all) {
          parts[name] = all;
          (waiting[name] || []).forEach(function (ready) { ready(); });
          waiting[name] = null;
        }, function () { shown.textContent = shown.dataset.failed; });
      }
    };
    more.addEventListener("click", next);
    form.addEventListener("focusin", function () { if (!self.rows.length) show(); });
    return self;
  }

  // A value that the address names and the choice has left out for want of room.
  function offer(key) {
    filters.forEach(function (select) {
      var value = new URLSearchParams(location.search).get(select.name);
      if (key !== select.name + ":" + value || select.value === value) return;
      var option = new Option(value, value);
      option.dataset.label = value;
      select.add(option);
      select.value = value;
    });
  }

  function address() {
    var query = new URLSearchParams(), known = list && list.rows.length;
    selects.forEach(function (select) {
      var value = select.value || (form.dataset.src && !known && new URLSearchParams(location.search).get(select.name));
      if (value) query.set(select.name, value);
    });
    var s = query.toString();
    return s && "?" + s;
  }

  // An unknown value is none.
  function read() {
    var query = new URLSearchParams(location.search);
    selects.forEach(function (select) {
      select.value = query.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    show();
  }

  function choose() {
    try { history.pushState(null, "", address() || location.pathname); } catch (e) { /* an address that may not change */ }
    show();
  }

  form.addEventListener("change", choose);
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    selects.forEach(function (select) { select.value = ""; });
    choose();
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("popstate", read);
  form.hidden = false;
  read();
})();
