// A site of Markdown; tables and lists of links come from the top of each page.
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const safe = (text) => text.replace(/[&<>"]/g, (sign) => entities[sign]);
const linked = ({ url, text }) => (url ? `<a href="${safe(url)}">${safe(text)}</a>` : safe(text));

function table({ caption, columns, rows }) {
  const heads = columns.map((one) => `<th scope="col">${safe(one)}</th>`).join("");
  const head = heads && `<thead><tr>${heads}</tr></thead>`;
  const cells = rows.map((row) => `<tr>${row.map((one) => `<td>${linked(one)}</td>`).join("")}</tr>`);
  return `<table>${caption && `<caption>${safe(caption)}</caption>`}${head}
<tbody>
${cells.join("\n")}
</tbody></table>`;
}

function list(items) {
  const lines = items.map(
    ({ before = "", after = "", items: under, ...one }) =>
      `<li>${safe(before)} ${linked(one)} ${safe(after)}${under ? list(under) : ""}</li>`,
  );
  return `<ul>\n${lines.join("\n")}\n</ul>`;
}

export default function (eleventy) {
  eleventy.setInputDirectory("content");
  eleventy.setIncludesDirectory("../_includes");
  eleventy.setOutputDirectory("site");
  eleventy.setQuietMode(true);
  eleventy.addShortcode("table", table);
  eleventy.addShortcode("list", list);
  return { markdownTemplateEngine: "njk" };
}
