// The choice of languages stands in the address: it can be sent, and Back undoes it. The style
// hides and shows by itself.
(function () {
  "use strict";
  var page = document.querySelector(".parallel"), boxes = Array.from(page.querySelectorAll(".choice input"));
  var links = document.querySelectorAll("nav.languages a");

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
    boxes.forEach(function (box) { box.checked = !known || asked.includes(box.value); });
    keep();
  }

  function write() {
    var chosen = boxes.filter(function (box) { return box.checked; });
    var langs = chosen.map(function (box) { return encodeURIComponent(box.value); });
    var query = chosen.length < boxes.length ? "?langs=" + langs.join(",") : location.pathname;
    try {
      history.pushState(null, "", query + location.hash);
    } catch (e) { /* an address that cannot change: the choice holds for this page */ }
    keep();
  }

  page.addEventListener("change", function (event) {
    if (!boxes.includes(event.target)) return;
    if (boxes.some(function (box) { return box.checked; })) write();
    else event.target.checked = true; // one language stays
  });
  addEventListener("popstate", read);
  addEventListener("hashchange", keep);
  read();
  // What was hidden above the place asked for has moved it.
  var place = location.hash && document.getElementById(location.hash.slice(1));
  if (place) place.scrollIntoView();
})();
