// The two things on a page that move: the menu on small screens, and the choice of appearance.
"use strict";

(() => {
  const root = document.documentElement;
  const button = document.querySelector(".kv-menu-button");
  const menu = document.getElementById("kv-menu");

  if (button && menu) {
    const isOpen = () => button.getAttribute("aria-expanded") === "true";
    const setOpen = (open) => {
      button.setAttribute("aria-expanded", String(open));
      menu.classList.toggle("kv-open", open);
    };
    const closeOnEscape = (event) => {
      // The button is not drawn on wide screens, where the menu is always open.
      if (event.key === "Escape" && isOpen() && button.offsetParent) {
        setOpen(false);
        button.focus();
      }
    };
    button.addEventListener("click", () => setOpen(!isOpen()));
    button.addEventListener("keydown", closeOnEscape);
    menu.addEventListener("keydown", closeOnEscape);
  }

  const choices = document.querySelectorAll('input[name="kv-theme"]');
  for (const choice of choices) {
    choice.checked = choice.value === (root.dataset.theme || "auto");
    choice.addEventListener("change", () => {
      const automatic = choice.value === "auto";
      if (automatic) {
        delete root.dataset.theme;
      } else {
        root.dataset.theme = choice.value;
      }
      try {
        if (automatic) {
          localStorage.removeItem("kommunvision-theme");
        } else {
          localStorage.setItem("kommunvision-theme", choice.value);
        }
      } catch {
        // The browser refuses storage: the choice holds for this page only.
      }
    });
  }
})();
