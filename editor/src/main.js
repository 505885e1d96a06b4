// The form editor of a site: Sveltia CMS, told by the engine which files there are and what may
// stand in them, and reading and writing them so that nothing but what is changed is changed.
import CMS from "@sveltia/cms";
import { guarded } from "./guard.js";
import { changed } from "./layout.js";
import { forget, SIGNED_OUT } from "./leaving.js";
import { Picks } from "./picks.js";
import { filled } from "./shape.js";
import { Versions } from "./versions.js";

// The page is in Swedish, whatever the browser would rather have.
Object.defineProperty(navigator, "language", { value: "sv" });
Object.defineProperty(navigator, "languages", { value: ["sv"] });

const answer = await fetch("installningar.json");
const { config, records, files, shared, words } = await answer.json();

// The editor copies its settings once. It gets these very ones, so that lists can grow with the files.
const copy = globalThis.structuredClone;
globalThis.structuredClone = (value, options) => (value === config ? config : copy(value, options));
const picks = new Picks(config, files, records, shared);

const versions = new Versions(files, records);
globalThis.fetch = guarded(globalThis.fetch.bind(globalThis), versions, words);

for (const [format, file] of Object.entries(files)) {
  CMS.registerCustomFormat(format, "yml", {
    async fromFile(text) {
      const shown = await versions.opened(format, text);
      picks.learn(format, shown);
      return shown;
    },
    toFile(said) {
      const { version, value, before } = versions.split(format, said);
      const wanted = filled(value) ?? {};
      const text = changed(before, value, file, records);
      versions.keep(text, format, version, wanted);
      picks.learn(format, wanted);
      return text;
    },
  });
}

if (location.search === SIGNED_OUT) await forget(config.backend, words.unsaved);
config.logout_redirect_url = `${location.origin}${location.pathname}${SIGNED_OUT}`;
CMS.init({ config });
