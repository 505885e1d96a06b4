"""What templates were compiled to is used as long as their text is the same, and no longer."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, nodes

from kommunvision.render.compiled import Compiled


@pytest.fixture
def compiling(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The names of the templates that are compiled, one by one."""
    found: list[str | None] = []
    generate = Environment._generate  # noqa: SLF001 - nothing else tells

    def noted(
        self: Environment, source: nodes.Template, name: str | None, *more: Any, **rest: Any
    ) -> str:
        found.append(name)
        return generate(self, source, name, *more, **rest)

    monkeypatch.setattr(Environment, "_generate", noted)
    return found


def rendered(folder: Path, compiled: Compiled) -> str:
    env = Environment(loader=FileSystemLoader(folder), bytecode_cache=compiled, autoescape=True)
    return env.get_template("a.html").render(what="<")


def test_another_process_compiles_only_what_has_changed(
    tmp_path: Path, compiling: list[str | None]
) -> None:
    (tmp_path / "b.html").write_text("b", encoding="utf-8")
    (tmp_path / "a.html").write_text("{{ what }}{% include 'b.html' %}", encoding="utf-8")
    first = Compiled()
    assert rendered(tmp_path, first) == "&lt;b"
    told = first.told()
    assert told is not None
    assert first.told() is None
    compiling.clear()

    second = Compiled()
    second.take(told)
    assert rendered(tmp_path, second) == "&lt;b"
    assert compiling == []
    assert second.told() is None

    (tmp_path / "b.html").write_text("c", encoding="utf-8")
    third = Compiled()
    third.take(told)
    assert rendered(tmp_path, third) == "&lt;c"
    assert compiling == ["b.html"]
    assert third.told() is not None


def test_what_is_told_grows_with_templates_and_not_with_their_versions(tmp_path: Path) -> None:
    compiled, sizes = Compiled(), set()
    for number in range(3):
        (tmp_path / "a.html").write_text(f"{number}", encoding="utf-8")
        assert rendered(tmp_path, compiled) == str(number)
        sizes.add(len(compiled.told() or b""))
    assert len(sizes) == 1
