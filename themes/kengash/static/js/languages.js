// Leads to the language chosen before, else to the browser's; "#choose" stays. A language of the
// same name and region comes before one of the same name: "pt-BR" is led to pt-BR, else to the
// first pt.
(function () {
  "use strict";
  if (location.hash === "#choose") return;
  var links = document.querySelectorAll("a[data-lang]"), wanted = [];
  try { wanted.push(localStorage.getItem("kengash-lang")); } catch (e) { /* storage is closed */ }
  wanted = wanted.concat(navigator.languages || [navigator.language]);
  var first = function (tag) { return tag.toLowerCase().split("-")[0]; };
  for (var i = 0; i < wanted.length; i++) {
    var want = wanted[i] || "", near = null;
    for (var j = 0; want && j < links.length; j++) {
      var tags = [links[j].dataset.lang, links[j].lang];
      if (tags.some(function (t) { return t.toLowerCase() === want.toLowerCase(); })) {
        location.replace(links[j].href);
        return;
      }
      if (!near && tags.some(function (t) { return first(t) === first(want); })) near = links[j];
    }
    if (near) {
      location.replace(near.href);
      return;
    }
  }
})();
