// The two things on a page that move: the menu on small screens, and the choice of appearance.
"use strict";

(() => {
  const root = document.documentElement;
  const button = document.querySelector(".kv-menu-button");
  const menu = document.getElementById("kv-menu");

  if (button && menu) {
    // All beside the menu and its button: while the menu is open, no key and no finger reaches it.
    const background = document.querySelectorAll(
      ".kv-skip, .kv-fictional, .kv-brand, .kv-search-link, .kv-page, .kv-footer"
    );
    const isOpen = () => button.getAttribute("aria-expanded") === "true";
    const setOpen = (open) => {
      button.setAttribute("aria-expanded", String(open));
      menu.classList.toggle("kv-open", open);
      for (const part of background) {
        part.inert = open;
      }
    };
    button.addEventListener("click", () => setOpen(!isOpen()));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && isOpen()) {
        setOpen(false);
        button.focus();
      }
    });
    // A finger beside the menu closes it, as Escape does.
    document.addEventListener("click", (event) => {
      if (isOpen() && !menu.contains(event.target) && !button.contains(event.target)) {
        setOpen(false);
      }
    });
    // On wide screens the menu is always open and has no button; and who comes back finds it closed.
    matchMedia("(min-width: 60em)").addEventListener("change", () => setOpen(false));
    addEventListener("pagehide", () => setOpen(false));
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
