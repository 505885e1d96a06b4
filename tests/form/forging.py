"""The form editor in a real browser, with a forge to sign in to."""

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, expect

from kommunvision import driver
from tests.form.conftest import WITH_FORMS
from tests.form.driving import PATIENCE, Editor
from tests.form.forges.github import GitHub
from tests.form.forges.gitlab import GitLab
from tests.form.forges.repository import Repository
from tests.form.forges.server import SITE, TOKEN, Forge, Reached, reachable
from tests.projects import project
from tests.server import running

MADE = {"github": GitHub, "gitlab": GitLab}


@dataclass
class Published:
    """A site with the editor, and where its files are."""

    site: Path
    root: Path
    kind: str
    host: str
    path: str

    def forge(self, folder: Path) -> Forge:
        """Return its forge, with the files of the site on the main branch."""
        found = sorted((self.root / "data").rglob("*.yml"))
        files = {one.relative_to(self.root).as_posix(): one.read_text("utf-8") for one in found}
        files["data/exempelby/mal.yml"] = GOALS
        return MADE[self.kind](Repository(folder, files), self.host, self.path)


# With a remark, and a reference to what no list has.
GOALS = """\
# Beslutade i juni.
mål:
- id: larande
  nivå: omrade
  rubrik: Nyfikna hela livet
  källa: budget
- id: utb-2
  tidigare_id: [utb-1]
  nivå: mal
  rubrik: Fler unga når gymnasieexamen
  överordnade: [larande, grannby/skola]  # se bilagan
  källa: budget
"""


def published(root: Path, kind: str, repo_url: str, *more: str) -> Published:
    """Build a site whose mkdocs.yml asks for forms that save in a repository."""
    lines = "".join(f"\n      {one}" for one in more)
    settings = WITH_FORMS.replace("formular: lokalt", f"formular: {kind}{lines}")
    settings = settings.replace("docs_dir:", f"repo_url: {repo_url}\ndocs_dir:")
    report = driver.build_sites(project(root, {"mkdocs.yml": settings}))
    assert report.published, (report.problems, report.complaints)
    host, _, path = repo_url.removeprefix("https://").partition("/")
    api = "api.github.com" if host == "github.com" else host
    return Published(report.site_dir, root, kind, api, path)


_KEPT = """async (name) => {
  const done = (asked) => new Promise((told) => { asked.onsuccess = () => told(asked.result); });
  const db = await done(indexedDB.open(name));
  const found = {};
  for (const store of db.objectStoreNames) {
    const count = await done(db.transaction(store).objectStore(store).count());
    if (count) found[store] = count;
  }
  db.close();
  return found;
}"""


class Signed(Editor):
    """The open editor of a site whose files are kept by a forge."""

    def __init__(self, page, address: str, forge: Forge, reached: Reached) -> None:
        super().__init__(page, address)
        self.forge = forge
        self.reached = reached

    def sign_in(self, token: str = TOKEN) -> None:
        self.button("Logga in med en åtkomstnyckel").click()
        dialog = self.page.get_by_role("alertdialog")
        expect(dialog).to_contain_text("Den sparas bara i din webbläsare")
        dialog.get_by_role("textbox").fill(token)
        dialog.get_by_role("button", name="Logga in").click()

    def sign_out(self) -> None:
        self.page.get_by_role("button", name="Visa användarkontomeny").click()
        self.page.get_by_role("menuitem", name="Logga ut").click()
        expect(self.button("Logga in med en åtkomstnyckel")).to_be_visible()
        expect(self.page).to_have_url(re.compile("/redigera/(#.*)?$"))
        # The page that was left had just begun to look otherwise.
        self.complaints = [one for one in self.complaints if "ViewTransition" not in one]

    def kept(self, database: str) -> dict[str, int]:
        """Return how many files and forms the browser has kept, by what they are kept for."""
        return self.page.evaluate(_KEPT, database)

    def stored(self) -> str:
        """Return what the browser remembers of this site for the next visit."""
        return json.dumps(self.page.evaluate("({...localStorage, ...sessionStorage})"))

    def assert_nothing_leaked(self) -> None:
        """No other host was asked, no address had the token, and the policy stopped nothing."""
        assert set(self.reached.hosts) == self.reached.known
        assert [
            one for one in self.asked if not one.startswith(f"https://{self.forge.host}/")
        ] == []
        assert [one.address for one in self.forge.asked if TOKEN in one.address] == []
        assert TOKEN not in self.page.url
        assert self.complaints == []


@contextmanager
def visiting(chromium: Browser, site: Published, forge: Forge) -> Iterator[Signed]:
    """Open the editor of a published site, whose forge can be reached and nothing else."""
    with tempfile.TemporaryDirectory() as home:
        running.certificate(Path(home))
        with reachable(forge, site.site, Path(home)) as reached:
            context = chromium.new_context(
                viewport={"width": 1280, "height": 2_500},
                reduced_motion="reduce",
                proxy={"server": reached.proxy},
                ignore_https_errors=True,
            )
            try:
                page = context.new_page()
                page.set_default_timeout(PATIENCE)
                address = f"https://{SITE}/"
                editor = Signed(page, address, forge, reached)
                page.goto(f"{address}redigera/")
                expect(editor.button("Logga in med en åtkomstnyckel")).to_be_visible()
                yield editor
            finally:
                context.close()
