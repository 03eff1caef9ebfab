// What must be known before the page is drawn: the reader's choice of light or dark, and whether a
// query is asked.
(function () {
  try {
    var theme = localStorage.getItem("kengash-theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (e) { /* storage is closed: the system's choice holds */ }
  // A query is in the address: what the search page shows to those who have not asked would only
  // jump away.
  if (/[?&]q=[^&]/.test(location.search)) document.documentElement.dataset.asked = "";
})();
