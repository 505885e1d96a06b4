// The form editor of a site: Sveltia CMS, told by the engine which files there are and what may
// stand in them, and reading and writing them so that nothing but what is changed is changed.
import CMS from "@sveltia/cms";
import { changed } from "./layout.js";
import { object, parsed } from "./shape.js";

// The page is in Swedish, whatever the browser would rather have.
Object.defineProperty(navigator, "language", { value: "sv" });
Object.defineProperty(navigator, "languages", { value: ["sv"] });

const answer = await fetch("installningar.json");
const { config, records, files } = await answer.json();

for (const [format, file] of Object.entries(files)) {
  let before = "";
  CMS.registerCustomFormat(format, "yml", {
    fromFile(text) {
      before = text;
      return object(parsed(text), file, records) ?? {};
    },
    toFile(value) {
      return changed(before, value, file, records);
    },
  });
}

CMS.init({ config });
