// Comforts only: every page works without this file.
(function () {
  "use strict";
  function store(key, value) {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch (e) { /* storage is closed: the choice holds for this page */ }
  }

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
      var words = button.dataset[root.dataset.theme || "auto"];
      button.setAttribute("aria-label", words);
      button.title = words;
    };
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
    var fetchSearch = function () {
      field.removeEventListener("focus", fetchSearch);
      var script = document.createElement("script");
      script.src = box.dataset.src;
      script.onerror = function () { field.addEventListener("focus", fetchSearch); };
      document.head.append(script);
    };
    if (document.activeElement === field) fetchSearch();
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
})();
