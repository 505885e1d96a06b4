// Texts, lists and mappings become YAML as the engine writes it: short things on one line, long
// texts as blocks, quotation marks only where the text would be something else without them.
import { stringify } from "yaml";

const WIDTH = 100;
const STEP = 2;
const OPTIONS = { singleQuote: false, lineWidth: 0, flowCollectionPadding: false };
// One or more of these and the text is written within quotation marks, with escapes.
const ODD = /[^\P{C}\n]/u;

/**
 * Return what stands after a key or a dash, the space or line break before it included.
 *
 * value: Text, list or object.
 * at: Column where it begins if it stands on the same line.
 * indent: Column of the key, or of the dash, that it belongs to.
 * field: What the tables say of the key, such as that its texts may look like numbers or days.
 * open: Whether objects have lines of their own however short they are.
 */
export function after(value, { at, indent, field = {}, records, open = false }) {
  if (typeof value === "string") return text(value, { at, indent, bare: field.bare });
  const line = open ? undefined : flow(value, field, records);
  if (line !== undefined && at + line.length <= WIDTH && fits(value)) return ` ${line}`;
  const lines = Array.isArray(value)
    ? list(value, { indent: indent + STEP, field, records, open })
    : mapping(value, { indent: indent + STEP, field, records });
  return `\n${" ".repeat(indent + STEP)}${lines}`;
}

/** Return a list with a line for each item, the first without its indentation. */
function list(items, { indent, field, records, open }) {
  return items
    .map((one) => `-${item(one, { indent, field, records, open })}`)
    .join(`\n${" ".repeat(indent)}`);
}

/** Return what stands after the dash of an item. */
export function item(value, { indent, field, records, open = false }) {
  const inside = indent + STEP;
  const place = { at: inside, indent: inside - STEP, field, records, open };
  const told = after(value, place);
  // An object of several lines begins beside its dash.
  return told.startsWith("\n") ? ` ${told.trimStart()}` : told;
}

/** Return a mapping with a line for each key, the first without its indentation. */
function mapping(value, { indent, field, records }) {
  const fields = (field.record && records[field.record].fields) || {};
  return Object.entries(value)
    .map(([key, part]) => pair(key, part, { indent, field: fields[key], records }))
    .join(`\n${" ".repeat(indent)}`);
}

/** Return a key and what it has. */
export function pair(key, value, { indent, field, records, open = false }) {
  return `${key}:${after(value, { at: indent + key.length + 2, indent, field, records, open })}`;
}

/** Return a value on one line, or undefined where some text in it has several. */
export function flow(value, field = {}, records = {}) {
  if (typeof value === "string") {
    if (value.includes("\n")) return undefined;
    const options = { ...style(value, field.bare), collectionStyle: "flow" };
    return stringify([value], options).trim().slice(1, -1);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => flow(item, field, records));
    return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
  }
  const fields = (field.record && records[field.record].fields) || {};
  const parts = Object.entries(value).map(([key, part]) => {
    const line = flow(part, fields[key], records);
    return line && `${key}: ${line}`;
  });
  return parts.includes(undefined) ? undefined : `{${parts.join(", ")}}`;
}

function style(value, bare) {
  const schema = bare ? "failsafe" : "core";
  const defaultStringType = /\n/.test(value) || ODD.test(value) ? "QUOTE_DOUBLE" : "PLAIN";
  return { ...OPTIONS, schema, defaultStringType };
}

/** Whether a value is better on one line: no list of groups within. */
function fits(value) {
  if (typeof value === "string") return true;
  if (Array.isArray(value)) return value.every((item) => typeof item === "string");
  return Object.values(value).every(fits);
}

function text(value, { at, indent, bare }) {
  const room = WIDTH - indent - STEP;
  const lines = value.includes("\n") ? value.split("\n") : wrapped(value, room);
  const asBlock = !ODD.test(value) && (value.includes("\n") || (at + value.length > WIDTH && lines.length > 1));
  if (asBlock) {
    const margin = " ".repeat(indent + STEP);
    return [value.includes("\n") ? " |" : " >-", ...lines.map((line) => line && margin + line)].join("\n");
  }
  return ` ${stringify(value, style(value, bare)).trimEnd()}`;
}

// A folded block gives one space for each line break, so it is broken at single spaces alone.
function wrapped(value, width) {
  const lines = [];
  for (const word of value.split(/(?<=\S) (?=\S)/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
