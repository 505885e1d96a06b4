// Nothing that somebody else has saved is lost: before a file is sent, what has been changed in it
// since the form was opened is put together with what the form says.
import { commitOf } from "./forges.js";
import { changed } from "./layout.js";
import { merged } from "./merge.js";
import { blobName, finished } from "./versions.js";

// What is proposed is kept on branches that the editor gives names like this.
const PROPOSED = "cms/";

/**
 * Return a function that asks like ``fetch``, and looks after every commit that is asked for.
 *
 * ask: The function that asks.
 * versions: Which version each form was opened from.
 * words: What is said of a commit that is refused. ``direct`` is there if all is to be proposed.
 */
export function guarded(ask, versions, words) {
  // What has been sent of a version of a file to a branch: a form that is opened again shows that.
  const sent = new Map();
  // Whoever has been told where two have changed the same thing, and saves once more, is believed.
  const told = new Set();

  return async (url, init) => {
    const commit = commitOf(ask, url, init);
    if (!commit) return ask(url, init);
    if (words.direct && !commit.branch.startsWith(PROPOSED)) return commit.refused(words.direct);
    const kept = [];
    let mixed = false;
    for (const file of commit.files) {
      const made = versions.made.get(file.text);
      const current = made && (await commit.current(file));
      if (!current) continue;
      const key = JSON.stringify([commit.branch, file.path, made.version]);
      kept.push([key, made.value]);
      const now = current.text.replaceAll("\r\n", "\n");
      let text = file.text;
      if (sent.has(key) || (await blobName(now)) !== made.version) {
        const base = sent.get(key) ?? (await opened(commit, versions, made));
        if (!base) return commit.refused(words.lost);
        const both = together(versions, base, now, made);
        const clashes = both.clashes.map((where) => where.join(" / ")).join("; ");
        const clash = JSON.stringify([key, current.version, clashes]);
        if (clashes && !told.has(clash)) {
          told.add(clash);
          return commit.refused(words.clash.replace("{what}", () => clashes));
        }
        text = finished(both.text);
      }
      if (now !== current.text) text = text.replaceAll("\n", "\r\n");
      mixed ||= text !== file.text;
      file.change(text);
    }
    const answer = await commit.send();
    if (!(await commit.done(answer))) return answer;
    for (const [key, value] of kept) sent.set(key, value);
    return mixed ? commit.untold(answer) : answer;
  };
}

/** Return what a form showed when it was opened; undefined where nobody has that version any more. */
async function opened(commit, versions, { format, version }) {
  const text = versions.read.get(version) ?? (await commit.version(version));
  return text === undefined ? undefined : versions.shown(format, text);
}

function together(versions, base, now, { format, value }) {
  const { files, records } = versions;
  const both = merged(base, value, versions.shown(format, now), files[format], records);
  return { clashes: both.clashes, text: changed(now, both.value, files[format], records) };
}
