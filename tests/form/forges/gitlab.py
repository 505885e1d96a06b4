"""GitLab's answers to a client with a token of its own, as its documentation describes them."""

import base64
from typing import Any

from tests.form.forges.graphql import Thing, answer
from tests.form.forges.repository import Commit
from tests.form.forges.server import TOKEN, Answer, Asked, Forge, parts_of

_PAGE = 100


class GitLab(Forge):
    """GitLab.com, or a GitLab of one's own when the host is another."""

    # It lets every header through, by naming those that it is asked for.
    allowed = "authorization, content-type, cache-control"

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.requests: list[dict] = []

    def answer(self, asked: Asked) -> Answer:
        if (asked.scheme, asked.token) != ("Bearer", TOKEN):
            return Answer({"message": "401 Unauthorized"}, 401)
        if asked.path == "/api/graphql":
            root = Thing("Query", project=self._project)
            return Answer(answer(asked.body["query"], asked.body["variables"], root))
        match [asked.method, *parts_of(asked.path, "/api/v4")]:
            case ["GET", "user"]:
                return Answer(self._user())
            case [method, "projects", path, *rest] if path == self.path:
                return self._in_project(method, rest, asked)
        return Answer({"message": "404 Project Not Found"}, 404)

    def _user(self) -> dict:
        one = self.person
        return {
            "id": one.number,
            "username": one.login,
            "name": one.name,
            "email": one.email,
            "state": "active",
            "bot": one.bot,
            "avatar_url": "https://secure.gravatar.com/avatar/0?s=80&d=identicon",
            "web_url": f"https://{self.host}/{one.login}",
        }

    def _in_project(self, method: str, rest: list[str], asked: Asked) -> Answer:
        found = self._files(method, rest, asked) or self._proposals(method, rest, asked)
        return found or Answer({"message": "404 Not Found"}, 404)

    def _files(self, method: str, rest: list[str], asked: Asked) -> Answer | None:
        git, told = self.repository, None
        match [method, *rest]:
            case ["GET", "users"]:
                found = self.member and not self.person.bot
                told = Answer([self._user()] if found else [])
            case ["GET", "service_accounts"]:
                # The account of a token of a project is none of these.
                told = Answer([])
            case ["GET", "repository", "branches", branch] if git.head(branch):
                told = Answer({"name": branch, "commit": {"id": git.head(branch)}})
            case ["DELETE", "repository", "branches", branch]:
                git.remove(branch)
                told = Answer(status=204)
            case ["GET", "repository", "files", path]:
                told = self._file(path, asked.query["ref"])
            case ["GET", "repository", "blobs", sha, "raw"] if git.sha(f"{sha}^{{blob}}"):
                told = Answer(git.read(sha))
            case ["POST", "repository", "commits"]:
                told = self._committed(asked.body)
        return told

    def _proposals(self, method: str, rest: list[str], asked: Asked) -> Answer | None:
        told = None
        match [method, *rest]:
            case ["GET", "merge_requests"]:
                told = Answer(self._listed(asked.query))
            case ["POST", "merge_requests"]:
                told = Answer(self._opened(asked.body), 201)
            case ["PUT", "merge_requests", number]:
                told = Answer(self._changed(self.requests[int(number) - 1], asked.body))
            case ["GET", "merge_requests", number, "diffs"]:
                told = Answer(self._diffs(self.requests[int(number) - 1]))
        return told

    def _file(self, path: str, ref: str) -> Answer:
        git = self.repository
        sha = git.sha(f"{ref}:{path}")
        if sha is None:
            return Answer({"message": "404 File Not Found"}, 404)
        data = git.read(sha).encode()
        return Answer(
            {
                "file_name": path.rpartition("/")[2],
                "file_path": path,
                "size": len(data),
                "encoding": "base64",
                "content": base64.b64encode(data).decode(),
                "ref": ref,
                "blob_id": sha,
                "commit_id": git.sha(ref),
                "last_commit_id": git.log(ref, path, 1)[0].sha,
            }
        )

    def _project(self, fullPath: str) -> Thing | None:  # noqa: N803 - GitLab's word
        if fullPath != self.path:
            return None
        repository = Thing(
            "Repository", rootRef=self.repository.branch, tree=self._tree, blobs=self._blobs
        )
        return Thing("Project", repository=repository)

    def _tree(self, ref: str, **_more: bool) -> Thing | None:
        git = self.repository
        if git.head(ref) is None:
            return None
        (last,) = git.log(ref, most=1)

        def blobs(after: str) -> Thing:
            files = git.tree(ref)
            start = int(after or 0)
            nodes = [
                Thing("TreeEntry", type="blob", path=path, sha=sha)
                for path, sha, _ in files[start : start + _PAGE]
            ]
            more = start + _PAGE < len(files)
            page = Thing("PageInfo", endCursor=str(start + _PAGE), hasNextPage=more)
            return Thing("BlobConnection", nodes=nodes, pageInfo=page)

        commit = Thing("Commit", sha=last.sha, message=last.message)
        return Thing("Tree", lastCommit=commit, blobs=blobs)

    def _blobs(self, ref: str, paths: list[str]) -> Thing:
        git = self.repository
        nodes = []
        for path in paths:
            sha = git.sha(f"{ref}:{path}")
            if sha:
                text = git.read(sha)
                size = str(len(text.encode()))
                nodes.append(Thing("Blob", path=path, oid=sha, size=size, rawTextBlob=text))
        return Thing("RepositoryBlobConnection", nodes=nodes)

    def _committed(self, body: dict) -> Answer:
        self.about_to_commit()
        git = self.repository
        branch, start = body["branch"], body.get("start_branch")
        if start and git.head(branch):
            return Answer({"message": f"A branch called '{branch}' already exists."}, 400)
        at = start or branch
        written: dict[str, bytes] = {}
        gone: list[str] = []
        for action in body["actions"]:
            path = action["file_path"]
            there = git.sha(f"{at}:{path}")
            if action["action"] == "create" and there:
                return Answer({"message": "A file with this name already exists"}, 400)
            if action["action"] != "create" and not there:
                return Answer({"message": "A file with this name doesn't exist"}, 400)
            known = action.get("last_commit_id")
            if known and there and git.log(at, path, 1)[0].sha != known:
                message = "The file has changed since you started editing it."
                return Answer({"message": message}, 400)
            if action["action"] == "delete":
                gone.append(path)
            else:
                content = action["content"]
                coded = action.get("encoding") == "base64"
                written[path] = base64.b64decode(content) if coded else content.encode()
        author = (self.person.name, self.person.email)
        sha = git.commit(
            branch, written, body["commit_message"], author, gone=tuple(gone), start=start
        )
        (made,) = git.log(sha, most=1)
        return Answer(self._told(made), 201)

    @staticmethod
    def _told(commit: Commit) -> dict:
        return {
            "id": commit.sha,
            "short_id": commit.sha[:8],
            "parent_ids": commit.parents,
            "title": commit.message.partition("\n")[0],
            "message": commit.message,
            "author_name": commit.name,
            "author_email": commit.email,
            "committed_date": commit.date,
        }

    def _listed(self, query: dict[str, str]) -> list[dict]:
        found = [one for one in self.requests if one["state"] == query.get("state")]
        if "labels" in query:
            found = [one for one in found if query["labels"] in one["labels"]]
        if "source_branch" in query:
            found = [one for one in found if one["source_branch"] == query["source_branch"]]
        return [self._shown(one) for one in found]

    def _shown(self, one: dict) -> dict:
        number = one["iid"]
        return {
            **one,
            "id": 100 + number,
            "sha": self.repository.head(one["source_branch"]),
            "web_url": f"https://{self.host}/{self.path}/-/merge_requests/{number}",
            "author": {
                "id": self.person.number,
                "username": self.person.login,
                "name": self.person.name,
            },
            "created_at": "2026-03-02T10:00:00Z",
            "updated_at": "2026-03-02T10:00:00Z",
        }

    def _opened(self, body: dict) -> dict:
        labels = body["labels"].split(",")
        self.requests.append(
            {**body, "iid": len(self.requests) + 1, "state": "opened", "labels": labels}
        )
        return self._shown(self.requests[-1])

    def _changed(self, one: dict, body: dict) -> dict:
        removed = body.get("remove_labels", "").split(",")
        added = [name for name in body.get("add_labels", "").split(",") if name]
        one["labels"] = [name for name in one["labels"] if name not in removed] + added
        one["title"] = body.get("title", one["title"])
        if body.get("state_event") == "close":
            one["state"] = "closed"
        return self._shown(one)

    def _diffs(self, one: dict) -> list[dict]:
        git = self.repository
        base = git.git("merge-base", one["target_branch"], one["source_branch"]).strip()
        return [
            {
                "old_path": path,
                "new_path": path,
                "deleted_file": letter == "D",
                "renamed_file": False,
            }
            for letter, path in git.changed(base, one["source_branch"])
        ]
