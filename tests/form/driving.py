"""The form editor in a real browser, with a folder of the browser's own for one of the computer's."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import served

# What a person chooses in the window for folders, which no program can reach.
_CHOOSE = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"

# Fields are made when they come into view; here all of them are.
_TALL = 7_000

_SAVED = "Ändringen är sparad."

# Of milliseconds; a computer may have much else to do.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)

_FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const names = path.split("/");
    const name = names.pop();
    let folder = root;
    for (const one of names) folder = await folder.getDirectoryHandle(one, { create: true });
    const file = await folder.getFileHandle(name, { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""

_READ = """async (path) => {
  let folder = await navigator.storage.getDirectory();
  const names = path.split("/");
  const name = names.pop();
  for (const one of names) folder = await folder.getDirectoryHandle(one);
  return (await (await folder.getFileHandle(name)).getFile()).text();
}"""

# Words of the editor stand between signs that keep the direction of writing.
_SIGNS = "[\u2066-\u2069]?"


def policy_of(site: Path) -> str:
    """What Apache is told that the editor's page may do."""
    told = (site / "redigera" / ".htaccess").read_text("utf-8")
    return re.search(r'Content-Security-Policy "([^"]+)"', told)[1]


class Editor:
    """The open editor, and what went wrong while it was used."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._noted(request.url, address))

    def _heard(self, message) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _noted(self, url: str, address: str) -> None:
        if not url.startswith((address, "blob:", "data:")):
            self.asked.append(url)

    def open_folder(self) -> None:
        self.button("Öppna mappen på datorn").click()

    def open_file(self, label: str) -> None:
        # A form that has just been saved closes first, and names its file in two more places.
        expect(self.page.get_by_text(label)).to_have_count(1)
        self.page.get_by_text(label).click()

    def leave(self, kommun: str) -> None:
        """Go to the files of a kommun."""
        go = "address => { location.hash = address }"
        self.page.evaluate(go, f"#/collections/{kommun}")
        expect(self.button("Avbryt redigering")).to_be_hidden()

    def button(self, name: str) -> Locator:
        words = _SIGNS.join(map(re.escape, re.split("(?<= )", name)))
        return self.page.get_by_role("button", name=re.compile(f"^{words}{_SIGNS}$")).first

    def field(self, path: str) -> Locator:
        return self.page.locator(f'section.field[data-key-path="{path}"]')

    def add(self, path: str, what: str) -> None:
        words = re.compile(f"Lägg till {_SIGNS}{what}")
        self.field(path).get_by_role("button", name=words).last.click()

    def write(self, path: str, text: str) -> None:
        self.field(path).locator("input, textarea").first.fill(text)

    def pick(self, path: str, label: str) -> None:
        field = self.field(path)
        # A few are buttons, many are a list that opens.
        button = field.get_by_role("radio", name=label, exact=True)
        opener = field.get_by_role("combobox")
        button.or_(opener).first.click()
        if opener.count():
            self.page.get_by_role("option", name=label, exact=True).click()

    def unfold(self, path: str) -> None:
        """Open the object that holds a field."""
        whole, _, place = path.rpartition(".")
        items = self.field(whole).locator(".item-list").first.locator(":scope > .item-wrapper")
        items.nth(int(place)).get_by_role("button", name="Öppna").first.click()

    def save(self) -> None:
        # Whoever waits for the word on this change is not to read that on the one before.
        expect(self.page.get_by_text(_SAVED)).to_be_hidden()
        self.button("Spara").click()

    def saved(self) -> None:
        expect(self.page.get_by_text(_SAVED)).to_be_visible()

    def read(self, path: str) -> str:
        return self.page.evaluate(_READ, path)


@contextmanager
def editing(
    chromium: Browser, site: Path, files: dict[str, str], *, width: int = 1280, height: int = _TALL
) -> Iterator[Editor]:
    """Open the editor of a site, with files in the folder that is going to be chosen."""
    with served(site, {"Content-Security-Policy": policy_of(site)}) as address:
        # A browser in English: the editor is in Swedish all the same.
        context = chromium.new_context(
            viewport={"width": width, "height": height}, locale="en-US", reduced_motion="reduce"
        )
        try:
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            page.add_init_script(_CHOOSE)
            editor = Editor(page, address)
            page.goto(f"{address}redigera/")
            page.evaluate(_FILL, {**files, ".git/HEAD": "ref: refs/heads/main\n"})
            yield editor
        finally:
            context.close()
