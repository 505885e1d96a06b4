// The form editor of a site: Sveltia CMS, told by the engine which files there are and what may
// stand in them, and reading and writing them so that nothing but what is changed is changed.
import CMS from "@sveltia/cms";
import { changed } from "./layout.js";
import { Picks } from "./picks.js";
import { filled, object, parsed } from "./shape.js";

// The page is in Swedish, whatever the browser would rather have.
Object.defineProperty(navigator, "language", { value: "sv" });
Object.defineProperty(navigator, "languages", { value: ["sv"] });

const answer = await fetch("installningar.json");
const { config, records, files, shared } = await answer.json();

// The editor copies its settings once. It gets these very ones, so that lists can grow with the files.
const copy = globalThis.structuredClone;
globalThis.structuredClone = (value, options) => (value === config ? config : copy(value, options));
const picks = new Picks(config, files, records, shared);

for (const [format, file] of Object.entries(files)) {
  let before = "";
  CMS.registerCustomFormat(format, "yml", {
    fromFile(text) {
      before = text;
      const shown = object(parsed(text), file, records) ?? {};
      picks.learn(format, shown);
      return shown;
    },
    toFile(value) {
      const text = changed(before, value, file, records);
      picks.learn(format, filled(value) ?? {});
      return text;
    },
  });
}

CMS.init({ config });
