// What a data file says, in the one shape that forms can show: every value is text, what may be
// several is a list, and what may be written short is written out. The tables that say which is
// which come from the engine, in the same file as the settings of the editor.
import { isMap, isScalar, isSeq, parseDocument } from "yaml";

// Nothing is guessed: `0114` and `nej` stay what was written.
const PLAIN_TEXT = { schema: "failsafe", keepSourceTokens: true };

/** Return the top node of a file, or throw what is wrong with the YAML. */
export function parsed(text) {
  const document = parseDocument(text, PLAIN_TEXT);
  if (document.errors.length) throw document.errors[0];
  return document.contents;
}

/** Return an object as forms show it; undefined where it is written in a way that they cannot. */
export function object(node, record, records) {
  if (isScalar(node) && record.plain && node.value) return { [record.plain]: text(node) };
  if (!isMap(node)) return undefined;
  const found = {};
  for (const { key, value } of node.items) {
    const field = record.fields[key.value];
    const shown = field && content(value, field, records);
    if (shown !== undefined) found[key.value] = shown;
  }
  return found;
}

/** Return what stands under a key; undefined where forms cannot show it, or nothing stands there. */
export function content(node, field, records) {
  if (!field.many) return one(node, field, records);
  const items = isSeq(node) ? node.items : [node];
  const found = items.map((item) => one(item, field, records));
  return found.length && !found.includes(undefined) ? found : undefined;
}

function one(node, field, records) {
  if (field.record) return object(node, records[field.record], records);
  return isScalar(node) && node.value ? text(node) : undefined;
}

function text(node) {
  return node.value.trim();
}

/** Return what a form says without what was left empty; undefined where nothing is left. */
export function filled(value) {
  if (typeof value === "string") return value.replaceAll("\r\n", "\n").trim() || undefined;
  if (Array.isArray(value)) {
    const items = value.map(filled).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (value === null || value === undefined) return undefined;
  if (typeof value !== "object") return String(value);
  const pairs = Object.entries(value).map(([key, part]) => [key, filled(part)]);
  const kept = pairs.filter(([, part]) => part !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

/** Whether two values in the shape of forms say the same, in whatever order of keys. */
export function same(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object") return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && same(one[key], other[key]))
  );
}

/** Return a value as it is written: a bare text where that says it all, a list only of several. */
export function written(value, field, records) {
  if (field.many && Array.isArray(value)) {
    const items = value.map((item) => written(item, { ...field, many: false }, records));
    return field.single && items.length === 1 ? items[0] : items;
  }
  if (!field.record) return value;
  const record = records[field.record];
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === record.plain) return value[record.plain];
  const inOrder = Object.keys(record.fields).filter((key) => key in value);
  return Object.fromEntries(
    inOrder.map((key) => [key, written(value[key], record.fields[key], records)]),
  );
}
