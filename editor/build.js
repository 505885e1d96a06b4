// Builds the form editor from its pinned packages into the engine's own folder: one script, three
// fonts and the licences of all that is in them. The same packages give the same bytes.
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "macros", "kommunvision", "form", "built");
const packages = join(here, "node_modules");
const assets = join(packages, "@sveltia", "cms", "npm", "assets");

// What the editor would load when it is needed, and never is: fields of code, maps, pictures and rich
// text, which no form of ours has, and other languages.
function leaveOut(build) {
  const found = [
    /^(@shikijs|exifr|immutable|leaflet|svgo|terra-draw|terra-draw-leaflet-adapter|turndown)(\/|$)/,
    /^\.\/chunks\/(heic|shiki|webp)/,
    /^\.\.\/locales\//,
  ];
  for (const filter of found) {
    build.onResolve({ filter }, ({ path }) =>
      path === "../locales/sv.json" ? undefined : { path, external: true },
    );
  }
}

// The editor asks other hosts for the fonts that come in its package, and whether GitHub is well.
const STATUS = "https://www.githubstatus.com/api/v2/status.json";
// A reader may enlarge any page of ours (WCAG 1.4.4).
const NO_ENLARGING = "`maximum-scale=1`,";
const ALL_WELL = `data:application/json,{"status":{"indicator":"none"}}`;

function mend(build) {
  build.onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, async ({ path }) => {
    const names = await readdir(assets);
    const away = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([^:@/)]+)[^/)]*\/([^)]+)\.woff2/g;
    const contents = (await readFile(path, "utf8")).replace(away, (address, family, part) => {
      const name = names.find((one) => one.startsWith(`${family}-${part}-`));
      if (!name) throw new Error(`no file in the package for ${address}`);
      return `assets/${name}`;
    });
    for (const gone of [STATUS, NO_ENLARGING]) {
      if (!contents.includes(gone)) throw new Error(`the package no longer has ${gone}`);
    }
    const mended = contents.replaceAll(STATUS, ALL_WELL).replaceAll(NO_ENLARGING, "");
    return { contents: mended, loader: "js" };
  });
}

// Words of the editor that officers would not understand, or that nobody has put into Swedish.
function ownWords(build) {
  build.onLoad({ filter: /@sveltia\/cms\/locales\/sv\.json$/ }, async ({ path }) => {
    const known = JSON.parse(await readFile(join(dirname(path), "en-US.json"), "utf8"));
    const words = JSON.parse(await readFile(path, "utf8"));
    const ours = JSON.parse(await readFile(join(here, "ord.json"), "utf8"));
    for (const [key, text] of Object.entries(ours)) {
      const parts = key.split(".");
      const last = parts.pop();
      if (parts.reduce((part, name) => part?.[name], known)?.[last] === undefined) {
        throw new Error(`the editor has no words ${key}`);
      }
      parts.reduce((part, name) => (part[name] ??= {}), words)[last] = text;
    }
    return { contents: JSON.stringify(words), loader: "json" };
  });
}

await rm(target, { recursive: true, force: true });
await mkdir(join(target, "assets"), { recursive: true });

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { redigera: "src/main.js" },
  outdir: target,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "eof",
  metafile: true,
  plugins: [
    { name: "left-out", setup: leaveOut },
    { name: "mended", setup: mend },
    { name: "own-words", setup: ownWords },
  ],
});

// Fonts, and nothing that pictures would need: forms hold text alone.
for (const name of await readdir(assets)) {
  if (/\.(woff2|LICENSE\.txt)$/.test(name)) await cp(join(assets, name), join(target, "assets", name));
}

const used = new Set(
  Object.keys(metafile.inputs)
    .map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
    .filter(Boolean),
);
const licences = [];
for (const name of [...used].sort()) {
  const folder = join(packages, name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? await readFile(join(folder, file), "utf8") : "";
  licences.push(`${name} ${version} (${license})\n\n${text.trim()}\n`);
}
await writeFile(join(target, "LICENSER.txt"), licences.join(`\n${"-".repeat(72)}\n\n`));
