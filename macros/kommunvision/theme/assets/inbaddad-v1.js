// Runs in what is embedded. It tells the page around the frame how high the content is, in the
// words of open-iframe-resizer, which our own loader understands too, and in those of WordPress.
// It reads and stores nothing, and everything can be read without it.
"use strict";

(() => {
  // ?rubrik=3 or 4: the level of the heading, for a page on which 2 would be too high.
  const level = Number(new URLSearchParams(location.search).get("rubrik"));
  if (level > 2 && level <= 4) {
    for (const heading of document.querySelectorAll("h2, h3, h4, h5")) {
      const lower = document.createElement(`h${Number(heading.localName[1]) + level - 2}`);
      for (const { name, value } of heading.attributes) {
        lower.setAttribute(name, value);
      }
      lower.append(...heading.childNodes);
      heading.replaceWith(lower);
    }
  }

  if (parent === window) {
    return;
  }

  const root = document.documentElement;
  // WordPress puts it behind the address, and hears nobody who does not say it.
  const secret = /[#&?]secret=([A-Za-z0-9]+)/.exec(location.hash)?.[1];

  // Anybody may know how high a public page is, so it is told to whoever has framed it.
  const say = (message) => parent.postMessage(message, "*");

  const tell = () => {
    const box = root.getBoundingClientRect();
    const height = Math.ceil(box.height);
    say({ type: "iframe-resized", width: Math.ceil(box.width), height });
    if (secret) {
      say({ message: "height", value: height, secret });
    }
  };

  new ResizeObserver(tell).observe(root);
  addEventListener("load", tell);
  addEventListener("message", ({ source, data }) => {
    const asked = ["iframe-child-init", "iframe-get-child-dimensions"].includes(data?.type);
    const ready = secret && data?.message === "ready" && data.secret === secret;
    if (source === parent && (asked || ready)) {
      tell();
    }
  });

  // WordPress lets no link leave the frame by itself; it opens those to the frame's own server.
  if (secret) {
    addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      const plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
      if (link && plain && link.target !== "_self") {
        event.preventDefault();
        say({ message: "link", value: link.href, secret });
      }
    });
  }
})();
