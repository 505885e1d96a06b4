// Nothing that somebody else has saved is lost: before a file is sent, what has been changed in it
// since the form was opened is put together with what the form says.
import { commitOf } from "./forges.js";
import { changed } from "./layout.js";
import { merged } from "./merge.js";
import { finished } from "./versions.js";

/**
 * Return a function that asks like ``fetch``, and looks after every commit that is asked for.
 *
 * ask: The function that asks.
 * versions: Which version each form was opened from.
 * proposals: Whether somebody reviews what is sent, and sees what it changes.
 * clash: What is said when both have changed the same thing, with {what} for where.
 */
export function guarded(ask, versions, { proposals, clash }) {
  // What has been sent of a version to a branch: a form that is opened again shows that.
  const sent = new Map();

  return async (url, init) => {
    const commit = commitOf(ask, url, init);
    if (!commit) return ask(url, init);
    const kept = [];
    let mixed = false;
    for (const file of commit.files) {
      const made = versions.made.get(file.text);
      const current = made && (await commit.current(file));
      if (!current) continue;
      const key = JSON.stringify([commit.branch, made.version]);
      kept.push([key, made.value]);
      if (current.version === made.version) continue;
      const both = await together(commit, versions, made, current, sent.get(key));
      if (both.clashes.length && !proposals && !versions.since(current.version, made.version)) {
        return commit.refused(clash.replace("{what}", both.clashes.map((where) => where.join(" / ")).join("; ")));
      }
      const text = finished(both.text);
      mixed ||= text !== file.text;
      file.change(text);
    }
    const answer = await commit.send();
    if (!(await commit.done(answer))) return answer;
    for (const [key, value] of kept) sent.set(key, value);
    return mixed ? commit.untold(answer) : answer;
  };
}

async function together(commit, versions, { format, version, value }, current, sent) {
  const { files, records } = versions;
  const now = current.text.replaceAll("\r\n", "\n");
  const old = sent ?? versions.shown(format, versions.read.get(version) ?? (await commit.version(version)));
  const both = merged(old, value, versions.shown(format, now), files[format], records);
  return { clashes: both.clashes, text: changed(now, both.value, files[format], records) };
}
