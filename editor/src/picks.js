// The lists that references are picked from, kept as the files say. What the engine wrote is as old
// as the site; what the editor reads or saves is of today, and may be picked at once.

/** The lists of one site, of the settings that the editor itself uses. */
export class Picks {
  /**
   * config: The settings of the editor.
   * files: The record of each whole file, by its format.
   * shared: The collection of what belongs to every kommun.
   */
  constructor(config, files, records, shared) {
    this.shared = shared;
    this.files = files;
    this.records = records;
    this.lists = [];
    this.owners = {};
    for (const { name, files: forms } of config.collections) {
      for (const form of forms) {
        this.owners[form.format] = name;
        this.gather(form.fields, files[form.format], name);
      }
    }
  }

  /** Find the lists among the fields of an object, at any depth. */
  gather(fields, record, owner) {
    for (const one of fields) {
      const field = record.fields[one.name];
      if (!field?.record || !one.fields) continue;
      const found = field.kinds && one.fields.find(({ options }) => options);
      if (found) this.lists.push({ owner, kinds: field.kinds, options: found.options });
      this.gather(one.fields, this.records[field.record], owner);
    }
  }

  /** Let everything in a file be picked, by whoever shares its kommun or is shared by all. */
  learn(format, value) {
    const owner = this.owners[format] === this.shared ? undefined : this.owners[format];
    for (const [section, field] of Object.entries(this.files[format].fields)) {
      for (const object of field.many ? (value[section] ?? []) : []) {
        if (object?.id) this.add(object, field.record, owner);
      }
    }
  }

  add(object, kind, owner) {
    const [name] = this.records[kind].named.map((key) => object[key]).filter(Boolean);
    const option = { label: `${name ?? object.id} (${object.id})`, value: object.id };
    for (const { owner: whose, kinds, options } of this.lists) {
      const meant = kinds.includes(kind) && (!owner || owner === whose);
      if (meant && !options.some(({ value }) => value === option.value)) options.push(option);
    }
  }
}
