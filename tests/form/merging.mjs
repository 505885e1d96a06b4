// Puts together what two have made of the same file, as the form editor does. Reads the settings and
// the cases as JSON, and writes the text of each, and where the two clash.
import { readFileSync } from "node:fs";
import { changed } from "../../editor/src/layout.js";
import { merged } from "../../editor/src/merge.js";
import { object, parsed } from "../../editor/src/shape.js";

const { settings, cases } = JSON.parse(readFileSync(0, "utf8"));
const { records, files } = settings;

const told = cases.map(({ format, base, mine, theirs }) => {
  const shown = (text) => object(parsed(text), files[format], records);
  const { value, clashes } = merged(shown(base), shown(mine), shown(theirs), files[format], records);
  return { text: changed(theirs, value, files[format], records), clashes };
});
process.stdout.write(JSON.stringify(told));
