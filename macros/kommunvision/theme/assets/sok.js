// The search: looks words up in the index that was made with the pages, and shows what it finds.
// The index is cut into small files by how words begin; only those that are needed are fetched.

// 1 Words: the same stems as the index has, by the Swedish algorithm of Snowball 3.1.

const VOWELS = "aeiouy\u00e4\u00e5\u00f6";

const MAIN_ENDINGS = (
  "heterna hetens arnas ernas ornas andes andet anden arens heten heter arna erna orna ande arne aste " +
  "aren ades erns ade are ern ens het ast ad en ar er or as es at et a e s"
).split(" ");
const BEFORE_S = "bcdfghjklmnoprtvy";
const NO_ET =
  /(?:fab|h|pak|rak|stak|kom|iet|cit|dit|alit|ilit|mit|nit|pit|rit|sit|tit|uit|ivit|kvit|xit)$/;
const SYLLABLE_BEFORE_ET = new RegExp(`.[${VOWELS}][^${VOWELS}]$`, "u");
const FIRST_SYLLABLE = new RegExp(`^[^${VOWELS}]*[${VOWELS}]+[^${VOWELS}]`, "u");
const PAIR = /(?:dd|gd|nn|dt|gt|kt|tt)$/;
const LAST_ENDINGS = ["fullt", "lig", "els", "\u00f6st", "ig"];
const BEFORE_OST = "iklnprtuv";

const DEFINITE_A = new RegExp(`[${VOWELS}].*[^${VOWELS}](?:an|ans)$`, "u");

/** Return a word without an ending. */
export function stemOnce(word) {
  const syllable = word.length < 3 ? null : FIRST_SYLLABLE.exec(word);
  const region = syllable ? Math.max(syllable[0].length, 3) : word.length;
  const ending = (endings) =>
    endings.find((one) => word.endsWith(one) && word.length - one.length >= region);
  const cut = (length) => {
    word = word.slice(0, word.length - length);
  };
  const mayLoseEt = (before) => SYLLABLE_BEFORE_ET.test(before) && !NO_ET.test(before);

  const main = ending(MAIN_ENDINGS);
  if (main === "s") {
    if (word.endsWith("ets") && mayLoseEt(word.slice(0, -3))) {
      cut(3);
    } else if (BEFORE_S.includes(word.at(-2))) {
      cut(1);
    }
  } else if (main === "et") {
    cut(mayLoseEt(word.slice(0, -2)) ? 2 : 0);
  } else if (main) {
    cut(main.length);
  }
  if (PAIR.test(word) && word.length - 2 >= region) {
    cut(1);
  }
  const last = ending(LAST_ENDINGS);
  if (last === "fullt" || (last === "\u00f6st" && BEFORE_OST.includes(word.at(-4)))) {
    cut(1);
  } else if (last && last !== "\u00f6st") {
    cut(last.length);
  }
  return word;
}

function wholeStem(word) {
  const next = stemOnce(word);
  return next === word ? word : wholeStem(next);
}

/** Return what the forms of a word have in common; two stems where it may be a definite form. */
export function stems(word) {
  const found = [wholeStem(word)];
  if (DEFINITE_A.test(word)) {
    found.push(wholeStem(word.replace(/ns?$/, "")));
  }
  return [...new Set(found)];
}

/** Return a word without dots and accents. */
function fold(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Return the words of a text; a single letter is none. */
function words(text) {
  const found = text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  return [...new Set(found)].filter((word) => word.length > 1);
}

// 2 The index.

// How well a page matches: by where the word stands (in the title, at the end of a compound there,
// in the text, at the end of a compound there) ...
const PLACES = [10, 6, 4, 2];
// ... and by how near the word is to what was asked for.
const [SAME, UNDOTTED, BEGINNING] = [1, 0.8, 0.3];

// A beginning of a word must say something, and lead to few files.
const SHORTEST_BEGINNING = 3;
const MOST_FILES = 3;

const LONGEST_KEY = 12;

/** Return how near a stem of the index is to the stem that is asked for; nothing if it is not. */
function near(found, asked) {
  if (found === asked) {
    return SAME;
  }
  // Who writes dots means them; who does not may have left them out.
  const undotted = asked === fold(asked) ? fold(found) : found;
  if (undotted === asked) {
    return UNDOTTED;
  }
  return asked.length >= SHORTEST_BEGINNING && undotted.startsWith(asked) ? BEGINNING : 0;
}

class Index {
  constructor(folder) {
    this.folder = folder;
    this.files = new Map();
  }

  fetch(name) {
    if (!this.files.has(name)) {
      const file = fetch(new URL(`${name}.json`, this.folder)).then((answer) => {
        if (!answer.ok) {
          throw new Error(`${answer.status} ${answer.url}`);
        }
        return answer.json();
      });
      // What failed is tried again at the next search.
      file.catch(() => this.files.delete(name));
      this.files.set(name, file);
    }
    return this.files.get(name);
  }

  /** Return the parts of the index in which a stem and what begins with it stand. */
  async parts(plain) {
    const main = await this.fetch("main");
    if (main.words) {
      return [main.words];
    }
    const key = plain.replace(/[^a-z0-9]/g, "_").slice(0, LONGEST_KEY);
    const own = main.firsts.findLastIndex((first) => first <= key.padEnd(LONGEST_KEY, "-"));
    const names = own < 0 ? [] : [own];
    if (key.length >= SHORTEST_BEGINNING) {
      for (let next = own + 1; main.firsts[next]?.startsWith(key); next += 1) {
        names.push(next);
      }
    }
    return Promise.all(names.slice(0, MOST_FILES).map((name) => this.fetch(`words-${name}`)));
  }

  /** Return how well each page matches a word, by the page's number. */
  async pages(word) {
    const marks = new Map();
    // As it stands it is looked for too: words in other languages have no stems in the index.
    for (const asked of new Set([...stems(word), word])) {
      for (const part of await this.parts(fold(asked))) {
        for (const [found, places] of Object.entries(part)) {
          const nearness = near(found, asked);
          if (nearness) {
            places.forEach((steps, place) => {
              let page = 0;
              for (const step of steps) {
                page += step;
                marks.set(page, Math.max(marks.get(page) || 0, nearness * PLACES[place]));
              }
            });
          }
        }
      }
    }
    return marks;
  }

  /** Return the numbers of the pages that match the most words, best first. */
  async find(asked) {
    const { common } = await this.fetch("main");
    const telling = asked.filter((word) => !stems(word).every((stem) => common.includes(stem)));
    const counted = telling.length ? telling : asked;
    const all = await Promise.all(asked.map((word) => this.pages(word)));
    const found = new Map();
    all.forEach((marks, place) => {
      const counts = counted.includes(asked[place]) ? 1 : 0;
      for (const [page, mark] of marks) {
        const before = found.get(page) || { page, count: 0, mark: 0 };
        found.set(page, { page, count: before.count + counts, mark: before.mark + mark });
      }
    });
    const most = Math.max(1, ...[...found.values()].map((one) => one.count));
    const best = [...found.values()]
      .filter((one) => one.count === most)
      .sort((one, other) => other.mark - one.mark || one.page - other.page);
    return { pages: best.map((one) => one.page), whole: most === counted.length };
  }

  /** Return what is shown of a page: address, title, kind, sentence, perhaps kommun and language. */
  async shown(page) {
    const main = await this.fetch("main");
    if (main.pages) {
      return main.pages[page];
    }
    const file = await this.fetch(`pages-${Math.floor(page / main.each)}`);
    return file[page % main.each];
  }
}

// 3 The page.

const AT_ONCE = 10;

function start(form) {
  const root = document.documentElement;
  const field = form.elements.q;
  const results = document.querySelector(".kv-results");
  const status = results.querySelector("[role=status]");
  const list = results.querySelector("ol");
  const more = results.querySelector("button");
  const index = new Index(new URL(results.dataset.index, document.baseURI));
  const title = document.title;
  let found = [];
  let latest = 0;

  const say = (key, query, number) => {
    status.textContent = results.dataset[key]
      .replace("{query}", () => query)
      .replace("{number}", number?.toLocaleString("sv"));
  };
  const settle = (withHits) => {
    root.classList.toggle("kv-searching", withHits);
    root.classList.toggle("kv-found", withHits);
  };

  const item = ([url, name, kind, sentence, kommun, lang]) => {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = name;
    const about = document.createElement("span");
    about.className = "kv-kind";
    about.textContent = kommun ? `${kind}, ${kommun}` : kind;
    const line = document.createElement("p");
    line.textContent = sentence;
    if (lang) {
      link.hreflang = lang;
      Object.assign(link, { lang, dir: "auto" });
      Object.assign(line, { lang, dir: "auto" });
    }
    const made = document.createElement("li");
    made.append(link, " ", about, line);
    return made;
  };

  const show = async (turn) => {
    const from = list.children.length;
    const next = found.slice(from, from + AT_ONCE);
    const shown = await Promise.all(next.map((page) => index.shown(page)));
    if (turn === latest) {
      list.append(...shown.map(item));
      more.hidden = list.children.length >= found.length;
      return list.children[from]?.querySelector("a");
    }
    return null;
  };

  const search = async (query) => {
    const turn = (latest += 1);
    const asked = words(query);
    document.title = query ? `${query} \u2013 ${title}` : title;
    if (!asked.length) {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = query ? results.dataset.short : "";
      settle(false);
      return;
    }
    try {
      const { pages, whole } = await index.find(asked);
      if (turn !== latest) {
        return;
      }
      found = pages;
      list.replaceChildren();
      more.hidden = true;
      await show(turn);
      if (turn === latest) {
        const one = found.length === 1;
        say(!found.length ? "none" : whole ? (one ? "one" : "many") : one ? "someOne" : "some", query, found.length);
        settle(found.length > 0);
      }
    } catch {
      if (turn === latest) {
        list.replaceChildren();
        more.hidden = true;
        say("failed", query);
        settle(false);
      }
    }
  };

  const asked = () => (new URLSearchParams(location.search).get("q") || "").trim();
  const follow = () => {
    field.value = asked();
    search(field.value);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = field.value.trim();
    if (query !== asked()) {
      history.pushState(null, "", query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
    }
    search(query);
  });
  more.addEventListener("click", async () => {
    const first = await show(latest).catch(() => say("failed", field.value));
    first?.focus();
  });
  addEventListener("popstate", follow);
  follow();
}

const form = document.querySelector("form.kv-search");
if (form) {
  start(form);
}
