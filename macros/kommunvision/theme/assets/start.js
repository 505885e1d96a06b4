// Runs before the first paint, so that nothing moves or changes colour afterwards:
// says that scripts run and whether something is searched for, and brings back an appearance
// that the reader has chosen.
"use strict";

document.documentElement.classList.add("js");
if (/[?&]q=[^&]/.test(location.search)) {
  document.documentElement.classList.add("kv-searching");
}
try {
  const theme = localStorage.getItem("kommunvision-theme");
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // The browser refuses storage: the appearance follows the system.
}
