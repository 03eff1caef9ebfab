// The choice of languages stands in the address: it can be sent, and Back undoes it. The style
// hides and shows by itself. This script runs before the text behind it is drawn, so that nothing
// moves.
(function () {
  "use strict";
  var choice = document.querySelector(".choice");
  if (!choice) { // the address of texts side by side, which leads on
    var to = document.querySelector("a");
    if (location.search) to.search = location.search;
    if (location.hash) to.hash = location.hash;
    location.replace(to.href);
    return;
  }
  var boxes = Array.from(choice.querySelectorAll("input"));
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
    boxes.forEach(function (box) { box.checked = known ? asked.includes(box.value) : box.defaultChecked; });
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

  choice.addEventListener("change", function (event) {
    if (boxes.some(function (box) { return box.checked; })) write();
    else event.target.checked = true; // one language stays
  });
  addEventListener("popstate", read);
  addEventListener("pageshow", read); // a browser may restore what was chosen before
  addEventListener("hashchange", keep);
  read();
})();
