// Which version of a file each form was opened from. A form carries the name of its version with it
// through the editor, which keeps what no form shows, and so it is known what was changed in it.
import { object, parsed } from "./shape.js";

const VERSION = "@version";

/** The versions of all files that have been read, and what has been made of them. */
export class Versions {
  /**
   * files: The record of each whole file, by its format.
   */
  constructor(files, records) {
    this.files = files;
    this.records = records;
    this.read = new Map();
    this.latest = {};
    this.made = new Map();
  }

  /** Return what a file says, with the name of its version. */
  async opened(format, text) {
    const name = await blobName(text);
    this.read.set(name, text);
    this.latest[format] = text;
    return { ...this.shown(format, text), [VERSION]: name };
  }

  shown(format, text) {
    return object(parsed(text), this.files[format], this.records) ?? {};
  }

  /** Return what a form says, the name of the version that it was opened from, and its text. */
  split(format, { [VERSION]: version, ...value }) {
    // One that was kept from an earlier visit may be of a version that this page has not read.
    return { version, value, before: this.read.get(version) ?? this.latest[format] ?? "" };
  }

  /** Remember what a text was made from, for when it is sent. */
  keep(text, format, version, value) {
    this.made.set(finished(text), { format, version, value });
  }
}

/** Return a text as the editor sends it. */
export function finished(text) {
  return `${text.trim()}\n`;
}

/** Return the name that git gives to a file with a text. */
export async function blobName(text) {
  const bytes = new TextEncoder().encode(finished(text));
  const head = new TextEncoder().encode(`blob ${bytes.length}\0`);
  const digest = await crypto.subtle.digest("SHA-1", new Uint8Array([...head, ...bytes]));
  return [...new Uint8Array(digest)].map((one) => one.toString(16).padStart(2, "0")).join("");
}
