// The buttons that copy the code beside them; without this script they are not shown.
"use strict";

for (const button of document.querySelectorAll(".kv-copy")) {
  const code = button.parentElement.querySelector("textarea");
  const said = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
      said.textContent = said.dataset.done;
    } catch {
      // The browser lets no page write what is pasted: the code is marked at least.
      said.textContent = said.dataset.undone;
    }
  });
}
