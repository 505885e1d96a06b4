// Runs on a page that embeds: gives every frame from this site the height of its content.
// <script src=".../assets/inbaddning-v1.js" async></script>, once on the page.
// It fetches and stores nothing, and touches nothing but the height of those frames.
"use strict";

(() => {
  // The site that the script itself comes from, with its folder.
  const site = new URL("..", document.currentScript.src);

  const ours = (frame) => frame.src.startsWith(site.href);

  const framesFrom = (source) =>
    [...document.querySelectorAll("iframe")].filter(
      (frame) => frame.contentWindow === source && ours(frame)
    );

  addEventListener("message", ({ source, origin, data }) => {
    if (data?.type !== "iframe-resized" || !(data.height > 0 && data.height < 100000)) {
      return;
    }
    for (const frame of framesFrom(source)) {
      // In a sandbox the content has no origin of its own.
      const expected = frame.sandbox.length && !frame.sandbox.contains("allow-same-origin");
      if (origin === (expected ? "null" : site.origin)) {
        // A border that the page has given the frame must not take room from the content.
        const bordered = getComputedStyle(frame).boxSizing === "border-box";
        const border = bordered ? frame.offsetHeight - frame.clientHeight : 0;
        frame.style.height = `${data.height + border}px`;
      }
    }
  });

  // Frames that were ready before this script have told their height to nobody.
  for (const frame of document.querySelectorAll("iframe")) {
    if (ours(frame)) {
      frame.contentWindow.postMessage({ type: "iframe-child-init" }, "*");
    }
  }
})();
