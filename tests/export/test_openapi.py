"""The description for programs: every file is in it, and every file is as it says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from kommunvision import pipeline
from kommunvision.export import DataFile, Form
from kommunvision.export.schema import PATH as SCHEMA
from tests.projects import KOMMUN, project

HERE = "https://prov.example/"


@pytest.fixture(scope="module")
def published(repository: Path) -> dict[str, DataFile]:
    outcome = pipeline.produce(repository, site_url=HERE)
    return {file.path: file for file in outcome.data}


@pytest.fixture(scope="module")
def described(published) -> Any:
    return json.loads(published["data/v1/openapi.json"].content)


def operation(described: Any, path: str) -> tuple[str, Any]:
    """The one path that an address is an instance of, and what is told of it."""
    found = []
    for template, item in described["paths"].items():
        pattern = (
            re.escape(template)
            .replace(r"\{kommun\}", "([a-z]+)")
            .replace(r"\{id\}", "([a-z0-9-]+)")
        )
        if re.fullmatch(pattern, f"/{path}"):
            found.append((template, item["get"]))
    assert len(found) == 1, (path, [template for template, _ in found])
    return found[0]


def test_the_description_follows_the_rules_of_openapi(described):
    assert described["openapi"] == "3.1.0"
    assert {"title", "version"} <= described["info"].keys()
    assert described["servers"] == [{"url": "https://prov.example"}]
    ids = []
    for path, item in described["paths"].items():
        assert path.startswith("/")
        assert item.keys() == {"get"}
        ids.append(item["get"]["operationId"])
        assert re.fullmatch("[a-z0-9-]+", ids[-1])
        given = [one["$ref"].rpartition("/")[2] for one in item["get"].get("parameters", ())]
        assert given == re.findall(r"{(\w+)}", path)
        assert item["get"]["summary"]
        assert item["get"]["responses"]["200"]["description"]
    assert len(ids) == len(set(ids))
    for name, parameter in described["components"]["parameters"].items():
        assert (parameter["name"], parameter["in"], parameter["required"]) == (name, "path", True)
        Draft202012Validator.check_schema(parameter["schema"])
    for schema in described["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_reference_in_the_description_leads_somewhere(described, published):
    schema = json.loads(published[SCHEMA].content)

    def references(told: Any) -> list[str]:
        if isinstance(told, list):
            return [one for part in told for one in references(part)]
        if isinstance(told, dict):
            own = [told["$ref"]] if isinstance(told.get("$ref"), str) else []
            return own + [one for part in told.values() for one in references(part)]
        return []

    for reference in set(references(described)):
        file, _, pointer = reference.partition("#")
        assert file in {"", "malsystem.schema.json"}
        found = schema if file else described
        for step in pointer.split("/")[1:]:
            found = found[step]


def test_every_file_is_described_and_is_what_the_description_says(described, published):
    registry = Registry().with_resources(
        [
            (f"{HERE}data/v1/openapi.json", DRAFT202012.create_resource(described)),
            (f"{HERE}{SCHEMA}", DRAFT202012.create_resource(json.loads(published[SCHEMA].content))),
        ]
    )
    kommuner = described["components"]["parameters"]["kommun"]["schema"]["enum"]
    checkers: dict[str, Draft202012Validator] = {}
    for path, file in published.items():
        template, told = operation(described, path)
        if "{kommun}" in template:
            assert path.partition("/")[0] in kommuner
        (media_type,) = told["responses"]["200"]["content"]
        assert media_type == file.form.media_type, path
        if file.form is Form.JSON:
            at = template.replace("~", "~0").replace("/", "~1")
            media = media_type.replace("/", "~1")
            pointer = f"/paths/{at}/get/responses/200/content/{media}/schema"
            url = f"{HERE}data/v1/openapi.json#{pointer.replace('{', '%7B').replace('}', '%7D')}"
            checker = checkers.setdefault(
                template, Draft202012Validator({"$ref": url}, registry=registry)
            )
            faults = [
                f"{one.json_path}: {one.message[:200]}"
                for one in checker.iter_errors(json.loads(file.content))
            ]
            assert faults == [], path
    assert len(checkers) == 6


def test_a_key_that_is_not_described_or_is_left_out_is_found(described, published):
    file = json.loads(published["exempelby/mal/utb-2.json"].content)
    shape = described["components"]["schemas"]["mal"]
    assert set(shape["properties"]) >= set(file)
    assert set(shape["required"]) == set(file)
    assert shape["additionalProperties"] is False


def test_every_key_of_a_pages_file_is_explained(described):
    for name in ("mal", "vision", "indikatorer", "uppfoljning"):
        for key, told in described["components"]["schemas"][name]["properties"].items():
            assert told.get("description"), (name, key)


def test_a_kommun_that_has_the_site_for_itself_has_no_kommun_in_its_addresses(tmp_path):
    files: dict[str, str | bytes | None] = dict.fromkeys(
        ("data/exempelby/kommun.yml", "data/exempelby/mal.yml", "data/exempelby/kallor.yml")
    )
    files |= {"data/exempelby/styrmodell.yml": None, "content/exempelby/om-malen.md": None}
    files["data/kommun.yml"] = KOMMUN
    files["data/mal.yml"] = "indikatorer: [{id: i, namn: Andel}]"
    outcome = pipeline.produce(project(tmp_path, files))
    assert not outcome.stopped, outcome.problems
    (told,) = (json.loads(one.content) for one in outcome.data if one.form is Form.OPENAPI)
    assert {"/data/v1/malsystem.json", "/indikatorer/{id}.json"} <= told["paths"].keys()
    assert told["components"]["parameters"].keys() == {"id"}
    # Counted from the description's own address.
    assert told["servers"] == [{"url": "../.."}]
