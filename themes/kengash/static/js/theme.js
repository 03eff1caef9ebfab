// The reader's choice of light or dark, before the page is drawn.
(function () {
  try {
    var theme = localStorage.getItem("kengash-theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (e) { /* storage is closed: the system's choice holds */ }
})();
