// Leads to the language chosen before, else to the browser's; "#choose" stays.
(function () {
  "use strict";
  if (location.hash === "#choose") return;
  var links = document.querySelectorAll("a[data-lang]"), wanted = [];
  try { wanted.push(localStorage.getItem("kengash-lang")); } catch (e) { /* storage is closed */ }
  wanted = wanted.concat(navigator.languages || [navigator.language]);
  for (var i = 0; i < wanted.length; i++) {
    var want = (wanted[i] || "").toLowerCase().split("-")[0];
    for (var j = 0; j < links.length; j++) {
      if (want && links[j].dataset.lang.toLowerCase().split("-")[0] === want) {
        location.replace(links[j].href);
        return;
      }
    }
  }
})();
