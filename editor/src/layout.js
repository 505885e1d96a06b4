// A changed file, with every line that says nothing new as it was: comments, order, empty lines,
// quotation marks and all. The file's own text is cut into what each key and each item takes up;
// what has not changed is put back as it stood, and the rest is written anew.
import { isMap, isPair, isScalar, isSeq } from "yaml";
import { content, filled, object, parsed, same, written } from "./shape.js";
import { after, flow, item, pair } from "./yaml_text.js";

/**
 * Return the text of a file in which what forms show has become what they say now.
 *
 * before: The text of the file.
 * value: What the forms say.
 * file: The record of the whole file.
 */
export function changed(before, value, file, records) {
  const wanted = filled(value) ?? {};
  const top = parsed(before);
  if (!isMap(top)) throw new Error("The file has nothing in it that forms can change");
  const text =
    before.slice(0, start(top)) +
    new Renewal(before, records).mapping(top, wanted, file) +
    before.slice(lineEnd(end(top, before), before));
  // Should a way of writing ever fool us, nothing is saved rather than something else.
  if (!same(object(parsed(text), file, records), wanted)) throw new Error("The file cannot be changed safely");
  return text;
}

class Renewal {
  constructor(source, records) {
    this.source = source;
    this.records = records;
  }

  /** Return a block mapping, from its first key to the end of its last line. */
  mapping(node, value, record) {
    const margin = `\n${" ".repeat(column(node, this.source))}`;
    const order = Object.keys(record.fields);
    const parts = node.items.map((item, place) => {
      const key = item.key.value;
      const field = record.fields[key];
      const shown = field && item.value && content(item.value, field, this.records);
      const found = { key, lead: this.lead(node.items, place, start), body: undefined };
      if (shown === undefined && !(field && key in value)) found.body = this.body(item);
      else if (key in value) found.body = this.pair(item, value[key], field, shown);
      return found;
    });
    for (const key of order) {
      if (!(key in value) || parts.some((part) => part.key === key)) continue;
      const place = order.indexOf(key);
      const earlier = parts.findLastIndex((part) => order.includes(part.key) && order.indexOf(part.key) < place);
      const field = record.fields[key];
      const body = pair(key, written(value[key], field, this.records), {
        indent: margin.length - 1,
        field,
        records: this.records,
        open: field.open,
      });
      parts.splice(earlier + 1, 0, { key, lead: margin, body });
    }
    return joined(parts, margin);
  }

  /** Return a block list, from its first dash to the end of its last line. */
  list(node, values, field) {
    const indent = column(node, this.source);
    const margin = `\n${" ".repeat(indent)}`;
    const olds = node.items.map((item) => content(item, { ...field, many: false }, this.records));
    const pairs = matched(olds, values, this.keys(field));
    const leads = node.items.map((_, place) => this.lead(node.items, place, (item) => this.dash(node, item)));
    const apart = leads.slice(1).filter((lead) => /\n[ ]*\n/.test(lead)).length * 2 > leads.length - 1;
    const usual = apart && leads.length > 1 ? `\n${margin}` : margin;
    // A comment above an item that is gone stays, above what follows.
    let kept = "";
    node.items.forEach((_, place) => {
      if (!pairs.includes(place)) kept += comment(leads[place]) ? leads[place].replace(/\n[ ]*$/, "") : "";
      else if (kept) [leads[place], kept] = [kept + leads[place], ""];
    });
    const parts = values.map((value, place) => {
      const old = pairs[place];
      if (old === undefined) {
        const told = written(value, { ...field, many: false }, this.records);
        return { lead: usual, body: `-${item(told, { indent, field, records: this.records, open: field.open })}` };
      }
      const lead = old ? leads[old] : usual;
      return { lead, body: this.item(node, node.items[old], value, field, olds[old], indent) };
    });
    return joined(parts, margin) + kept;
  }

  item(list, node, value, field, shown, indent) {
    const from = this.dash(list, node);
    const to = lineEnd(end(node, this.source), this.source);
    if (same(shown, value)) return this.source.slice(from, to);
    const place = { at: indent + 2, indent, open: field.open && !node.flow };
    const told = this.value(node, value, { ...field, many: false }, { ...place, from: from + 1, to });
    // An object of several lines begins beside its dash.
    return `-${told.startsWith("\n") ? ` ${told.trimStart()}` : told}`;
  }

  pair({ key, value: node, srcToken }, value, field, shown) {
    const colon = srcToken.sep.find(({ type }) => type === "map-value-ind").offset;
    const to = lineEnd(node ? end(node, this.source) : colon + 1, this.source);
    const from = start(key);
    if (shown !== undefined && same(shown, value)) return this.source.slice(from, to);
    const indent = from - lineStart(from, this.source);
    const place = { at: indent + key.value.length + 2, indent, from: colon + 1, to };
    return this.source.slice(from, colon + 1) + this.value(node, value, field, place);
  }

  /** Return what stands after a key or a dash. */
  value(node, value, field, place) {
    const { source, records } = this;
    if (field.many && !isSeq(node) && value.length === 1) {
      return this.value(node, value[0], { ...field, many: false }, place);
    }
    const inside = this.inside(node, value, field);
    if (inside !== undefined) {
      // What has lines of its own goes to the end of the last one, with the remark there.
      const rest = node.flow ? source.slice(end(node, source), place.to) : "";
      return source.slice(place.from, start(node)) + inside + rest;
    }
    const told = node?.flow ? this.told(node, value, field) : written(value, field, records);
    const text = after(told, { ...place, field, records });
    const said = source.slice(node ? end(node, source) : place.from, place.to);
    return comment(said) ? text.replace(/^[^\n]*/, (line) => line + said) : text;
  }

  /** Return a value changed within, undefined where it has to be written anew. */
  inside(node, value, field) {
    if (node?.flow) {
      const text = this.flow(node, value, field);
      const short = text !== undefined && !text.includes("\n");
      return short && column(node, this.source) + text.length > 100 ? undefined : text;
    }
    if (field.many && isSeq(node)) return this.list(node, value, field);
    if (!field.many && field.record && isMap(node)) return this.mapping(node, value, this.records[field.record]);
    return undefined;
  }

  /** Return a value between brackets with other texts in the same places, if that is enough. */
  flow(node, value, field) {
    const cuts = this.cuts(node, value, field);
    if (!cuts) return undefined;
    let at = start(node);
    const parts = cuts.map(([from, to, text]) => {
      const found = this.source.slice(at, from) + text;
      at = to;
      return found;
    });
    return parts.join("") + this.source.slice(at, end(node, this.source));
  }

  cuts(node, value, field) {
    if (isScalar(node) && typeof value === "string") {
      if (node.value.trim() === value) return [];
      const text = flow(value, field);
      return text === undefined ? undefined : [[start(node), end(node, this.source), text]];
    }
    if (isSeq(node) && field.many && node.items.length === value.length) {
      return all(node.items.map((item, place) => this.cuts(item, value[place], { ...field, many: false })));
    }
    if (isMap(node) && field.record && !field.many && !Array.isArray(value)) {
      const { fields } = this.records[field.record];
      const hidden = (item) => content(item.value, fields[item.key.value], this.records) === undefined;
      const shown = node.items.filter((item) => fields[item.key.value] && !hidden(item));
      const keys = shown.map((item) => item.key.value);
      if (keys.length !== Object.keys(value).length || !keys.every((key) => key in value)) return undefined;
      return all(
        shown.map((item) => {
          const key = item.key.value;
          const single = fields[key].many && !isSeq(item.value) && value[key].length === 1;
          return single
            ? this.cuts(item.value, value[key][0], { ...fields[key], many: false })
            : this.cuts(item.value, value[key], fields[key]);
        }),
      );
    }
    return undefined;
  }

  /** Return a value as it is written, with what stands in it that forms do not show. */
  told(node, value, field) {
    if (field.many && isSeq(node)) {
      const single = { ...field, many: false };
      const olds = node.items.map((item) => content(item, single, this.records));
      const pairs = matched(olds, value, this.keys(field));
      return value.map((item, place) =>
        pairs[place] === undefined
          ? written(item, single, this.records)
          : this.told(node.items[pairs[place]], item, single),
      );
    }
    if (field.many || !field.record || !isMap(node)) return written(value, field, this.records);
    const { fields } = this.records[field.record];
    const found = {};
    for (const { key, value: part } of node.items) {
      const inner = fields[key.value];
      const shown = inner && content(part, inner, this.records);
      if (key.value in value) found[key.value] = this.told(part, value[key.value], inner);
      else if (shown === undefined) found[key.value] = part.toJSON();
    }
    for (const key of Object.keys(value)) {
      if (!(key in found)) found[key] = written(value[key], fields[key], this.records);
    }
    return found;
  }

  /** Return what stands between a part and the one before: line breaks, comments, indentation. */
  lead(items, place, begin) {
    if (place === 0) return "";
    const before = items[place - 1];
    const last = end(isPair(before) ? (before.value ?? before.key) : before, this.source);
    return this.source.slice(lineEnd(last, this.source), begin(items[place]));
  }

  keys(field) {
    return field.record ? Object.keys(this.records[field.record].fields) : [];
  }

  body(item) {
    return this.source.slice(start(item), lineEnd(end(item.value ?? item.key, this.source), this.source));
  }

  dash(list, node) {
    const token = list.srcToken.items[list.items.indexOf(node)];
    return token.start.find(({ type }) => type === "seq-item-ind").offset;
  }
}

/** Return parts one after the other; one whose body is undefined is gone. */
function joined(parts, margin) {
  let text = "";
  let kept = "";
  for (const { lead, body } of parts) {
    if (body === undefined) {
      kept += comment(lead) ? lead.replace(/\n[ ]*$/, "") : "";
      continue;
    }
    const before = kept + (lead || margin);
    text += text ? before : comment(before) ? before.trimStart() : "";
    text += body;
    kept = "";
  }
  return text + kept;
}

/** Return for each new item the place of the old one that it was, if any. */
function matched(olds, news, keys) {
  const free = new Set(olds.keys());
  const found = news.map(() => undefined);
  const take = (fits) =>
    news.forEach((value, place) => {
      if (found[place] !== undefined) return;
      const old = [...free].find((one) => olds[one] !== undefined && fits(olds[one], value, one, place));
      if (old !== undefined) free.delete((found[place] = old));
    });
  take(same);
  // The first key of a kind of object is what it goes by: its id, what it is about, its period.
  const name = (value) => JSON.stringify(value[keys.find((key) => key in value)]);
  take((old, value) => typeof old === "object" && name(old) === name(value));
  // What is left in the same place has been given another name.
  if (olds.length === news.length) take((_old, _value, one, place) => one === place);
  return found;
}

function all(found) {
  return found.includes(undefined) ? undefined : found.flat();
}

function comment(text) {
  return text.includes("#");
}

function start(node) {
  return (node.key ?? node).range[0];
}

/** Return where what a node says ends, without comments and line breaks after it. */
function end(node, source) {
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length) {
    const last = node.items.at(-1);
    if (isSeq(node)) return end(last, source);
    if (last.value?.range) return Math.max(end(last.value, source), last.key.range[1] + 1);
    return last.key.range[1] + 1;
  }
  const [from, to] = node.range;
  return from + source.slice(from, to).trimEnd().length;
}

function column(node, source) {
  const dash = ({ type }) => type === "seq-item-ind";
  const isList = isSeq(node) && !node.flow;
  const from = isList ? node.srcToken.items[0].start.find(dash).offset : start(node);
  return from - lineStart(from, source);
}

function lineStart(at, source) {
  return source.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(at, source) {
  const found = source.indexOf("\n", at);
  return found < 0 ? source.length : found;
}
