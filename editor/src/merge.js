// What two people have made of the same file becomes one: each change of either stands. Where both
// have changed the same thing, the one who saves last is believed, and it is told where.
import { same } from "./shape.js";

/**
 * Return what a file says when both changes are made, and the places where they clash.
 *
 * base: What the file said when both began, as forms show it.
 * mine: What the forms say now.
 * theirs: What the file says now.
 * file: The record of the whole file.
 */
export function merged(base, mine, theirs, file, records) {
  const clashes = [];
  const value = new Merging(records, clashes).mapping(base, mine, theirs, file, []);
  return { value, clashes };
}

class Merging {
  constructor(records, clashes) {
    this.records = records;
    this.clashes = clashes;
  }

  one(base, mine, theirs, field, where) {
    if (same(mine, base)) return theirs;
    if (same(theirs, base) || same(mine, theirs)) return mine;
    const record = field.record && this.records[field.record];
    if (record && mine !== undefined && theirs !== undefined) {
      if (!field.many) return this.mapping(base ?? {}, mine, theirs, record, where);
      const lists = [base ?? [], mine, theirs].map((items) => named(items, Object.keys(record.fields)));
      if (!lists.includes(undefined)) return this.list(...lists, record, where);
    }
    return this.clash(mine, where);
  }

  mapping(base, mine, theirs, record, where) {
    const found = {};
    for (const [key, field] of Object.entries(record.fields)) {
      const value = this.one(base[key], mine[key], theirs[key], field, [...where, key]);
      if (value !== undefined) found[key] = value;
    }
    return found;
  }

  /** Merge lists whose items go by a name of their own. */
  list(base, mine, theirs, record, where) {
    const stayed = (items) => [...items.keys()].filter((name) => base.has(name) && mine.has(name) && theirs.has(name));
    // Whoever has changed the order decides it; what the other has added comes after what it came after.
    const order = this.one(stayed(base), stayed(mine), stayed(theirs), {}, where);
    const [first, second] = same(order, stayed(theirs)) ? [theirs, mine] : [mine, theirs];
    return together([...first.keys()], [...second.keys()])
      .map((name) => this.item(base.get(name), mine.get(name), theirs.get(name), record, [...where, name]))
      .filter((item) => item !== undefined);
  }

  item(base, mine, theirs, record, where) {
    if (mine !== undefined && theirs !== undefined) return this.mapping(base ?? {}, mine, theirs, record, where);
    // Only one of the two has it: either that one has added it, or the other has taken it away.
    if (base === undefined) return mine ?? theirs;
    return same(mine ?? theirs, base) ? undefined : this.clash(mine, where);
  }

  clash(mine, where) {
    this.clashes.push(where);
    return mine;
  }
}

/** Return items by what they go by, their first key; undefined where two go by the same. */
function named(items, keys) {
  const found = new Map(items.map((item) => [nameOf(item[keys.find((key) => key in item)]), item]));
  return found.size === items.length ? found : undefined;
}

/** Return a text for a value, the same in whatever order its keys stand. */
function nameOf(value = "") {
  return typeof value === "string" ? value : Object.keys(value).sort().map((key) => nameOf(value[key])).join(", ");
}

/** Return the names of both lists, in the order of the first; what it lacks comes after what it came after. */
function together(first, second) {
  const found = [...first];
  second.forEach((name, place) => {
    if (!found.includes(name)) found.splice(place && found.indexOf(second[place - 1]) + 1, 0, name);
  });
  return found;
}
