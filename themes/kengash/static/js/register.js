// Filters and order of a table: [data-keys] are the rows, form[data-filters] the choices. The choice stands in the address
// (?topic=ai&sort=date), so that it can be sent, and so that Back undoes it. Without this file the table is whole.
(function () {
  "use strict";
  var form = document.querySelector("form[data-filters]"), shown = document.querySelector("[data-shown]");
  if (!form || !shown) return;
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var rows = Array.prototype.map.call(document.querySelectorAll("[data-keys]"), function (element, index) {
    return { element: element, body: element.parentNode, index: index, keys: element.dataset.keys.split(" ") };
  });
  var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  selects.forEach(function (select) {
    Array.prototype.forEach.call(select.options, function (option) { option.dataset.label = option.textContent; });
  });

  // Whether a row has what is chosen, one select aside.
  function fits(row, aside) {
    return selects.every(function (select) {
      return select === aside || select.name === "sort" || !select.value || row.keys.indexOf(select.name + ":" + select.value) >= 0;
    });
  }

  function order(by) {
    var back = by.charAt(0) === "-", key = back ? by.slice(1) : by;
    return rows.slice().sort(function (a, b) {
      var c = key ? collator.compare(a.element.dataset[key], b.element.dataset[key]) : 0;
      return (back ? -c : c) || a.index - b.index;
    });
  }

  function show() {
    var n = 0;
    order(form.elements.sort.value).forEach(function (row) {
      row.element.hidden = !fits(row);
      if (!row.element.hidden) n++;
      row.body.append(row.element);
    });
    document.querySelectorAll("[data-part]").forEach(function (part) {
      var left = part.querySelectorAll("[data-keys]:not([hidden])").length;
      part.hidden = !left;
      part.querySelector(".count").textContent = left;
    });
    selects.forEach(function (select) {
      if (select.name === "sort") return;
      Array.prototype.forEach.call(select.options, function (option) {
        if (!option.value) return;
        var found = rows.filter(function (row) { return fits(row, select) && row.keys.indexOf(select.name + ":" + option.value) >= 0; }).length;
        option.textContent = option.dataset.label + " (" + found + ")";
        option.disabled = !found && !option.selected;
      });
    });
    shown.textContent = n ? shown.dataset.shown.replace("{n}", n).replace("{total}", rows.length) : shown.dataset.none;
    // The same choice in another language.
    document.querySelectorAll("nav.languages a").forEach(function (link) { link.search = address(); });
  }

  function address() {
    var query = new URLSearchParams();
    selects.forEach(function (select) { if (select.value) query.set(select.name, select.value); });
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
