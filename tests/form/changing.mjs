// Changes data files as the form editor does, without a browser. Reads the settings and the cases
// as JSON, and writes what becomes of each: the new text, or why there is none.
import { readFileSync } from "node:fs";
import { changed } from "../../editor/src/layout.js";
import { object, parsed } from "../../editor/src/shape.js";

const { settings, cases } = JSON.parse(readFileSync(0, "utf8"));
const { records, files } = settings;

const told = cases.map(({ format, text, edits }) => {
  try {
    const shown = object(parsed(text), files[format], records);
    for (const [path, value] of edits) edit(shown, path, value);
    return { text: changed(text, shown, files[format], records) };
  } catch (error) {
    return { error: error.message };
  }
});
process.stdout.write(JSON.stringify(told));

function edit(whole, path, value) {
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce((part, key) => part[key], whole);
  if (value === null && Array.isArray(holder)) holder.splice(last, 1);
  else if (value === null) delete holder[last];
  else holder[last] = value;
}
