"""GitHub's answers to a client with a token of its own, as its documentation describes them."""

import base64
import contextlib
from typing import Any

from tests.form.forges.graphql import QueryError, Thing, answer
from tests.form.forges.repository import Commit, MovedError
from tests.form.forges.server import TOKEN, Answer, Asked, Forge, parts_of

# A text that is longer is cut off in GraphQL.
_LONGEST = 512 * 1024


class GitHub(Forge):
    """GitHub, or a GitHub Enterprise Server when the host is another."""

    allowed = (
        "Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, "
        "If-Unmodified-Since, Accept-Encoding, X-GitHub-OTP, X-Requested-With, User-Agent, "
        "GraphQL-Features, X-Github-Next-Global-ID, X-GitHub-Api-Version, X-Fetch-Nonce"
    )

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        whole = self.host != "api.github.com"
        self.rest, self.graphql = ("/api/v3", "/api/graphql") if whole else ("", "/graphql")
        self.requests: list[dict] = []

    def answer(self, asked: Asked) -> Answer:
        if (asked.scheme, asked.token) != ("token", TOKEN):
            return Answer({"message": "Bad credentials"}, 401)
        if asked.path == self.graphql:
            root = Thing("Query", repository=self._repository, **self._mutations())
            return Answer(answer(asked.body["query"], asked.body["variables"], root))
        match [asked.method, *parts_of(asked.path, self.rest)]:
            case ["GET", "user"]:
                return Answer(self._user())
            case [method, "repos", owner, name, *rest] if f"{owner}/{name}" == self.path:
                return self._in_repository(method, rest, asked)
        return Answer({"message": "Not Found"}, 404)

    def _user(self) -> dict:
        one = self.person
        return {
            "login": one.login,
            "id": one.number,
            "name": one.name,
            "email": one.email,
            "type": "User",
            "avatar_url": f"https://avatars.githubusercontent.com/u/{one.number}?v=4",
            "html_url": f"https://github.com/{one.login}",
        }

    def _in_repository(self, method: str, rest: list[str], asked: Asked) -> Answer:
        found = self._files(method, rest, asked) or self._proposals(method, rest, asked)
        return found or Answer({"message": "Not Found"}, 404)

    def _files(self, method: str, rest: list[str], asked: Asked) -> Answer | None:
        git, told = self.repository, None
        match [method, *rest]:
            case ["GET", "collaborators", login]:
                told = Answer(status=204 if self.member and login == self.person.login else 404)
            case ["GET", "git", "trees", revision]:
                files = [
                    {"path": path, "mode": "100644", "type": "blob", "sha": sha, "size": size}
                    for path, sha, size in git.tree(revision)
                ]
                told = Answer({"sha": revision, "tree": files, "truncated": False})
            case ["GET", "git", "blobs", sha] if git.sha(f"{sha}^{{blob}}"):
                told = Answer(git.read(sha))
            case ["PATCH", "git", "refs", "heads", *names]:
                git.point("/".join(names), asked.body["sha"])
                told = Answer({"ref": f"refs/heads/{'/'.join(names)}"})
            case ["DELETE", "git", "refs", "heads", *names]:
                git.remove("/".join(names))
                told = Answer(status=204)
        return told

    def _proposals(self, method: str, rest: list[str], asked: Asked) -> Answer | None:
        told = None
        match [method, *rest]:
            case ["POST", "pulls"]:
                told = Answer(self._opened(asked.body), 201)
            case ["PATCH", "pulls", number]:
                self._request(number)["state"] = asked.body["state"].upper()
                told = Answer({})
            case ["POST", "issues", number, "labels"]:
                self._request(number)["labels"].extend(asked.body["labels"])
                told = Answer([])
            case ["GET", "issues", number]:
                labels = self._request(number)["labels"]
                told = Answer({"labels": [{"name": one} for one in labels]})
            case ["PATCH", "issues", number]:
                self._request(number)["labels"] = asked.body["labels"]
                told = Answer({})
        return told

    def _request(self, number: str) -> dict:
        return self.requests[int(number) - 1]

    def _opened(self, body: dict) -> dict:
        number = len(self.requests) + 1
        day = "2026-03-02T10:00:00Z"
        head = self.repository.head(body["head"])
        self.requests.append({**body, "number": number, "state": "OPEN", "labels": [], "day": day})
        return {
            "number": number,
            "node_id": f"PR_{number}",
            "title": body["title"],
            "html_url": f"https://github.com/{self.path}/pull/{number}",
            "head": {"ref": body["head"], "sha": head},
            "created_at": day,
            "updated_at": day,
        }

    def _repository(self, owner: str, name: str) -> Thing | None:
        if f"{owner}/{name}" != self.path:
            raise QueryError(
                f"Could not resolve to a Repository with the name '{owner}/{name}'.",
                type="NOT_FOUND",
            )
        return Thing(
            "Repository",
            id="R_1",
            defaultBranchRef=Thing("Ref", name=self.repository.branch),
            ref=self._ref,
            object=self._object,
            pullRequests=self._pull_requests,
        )

    def _ref(self, qualifiedName: str) -> Thing | None:  # noqa: N803 - GitHub's word
        sha = self.repository.head(qualifiedName.removeprefix("refs/heads/"))
        return Thing("Ref", name=qualifiedName, target=self._commit(sha)) if sha else None

    def _commit(self, sha: str) -> Thing:
        def history(first: int, path: str | None = None) -> Thing:
            found = self.repository.log(sha, path, first)
            return Thing("CommitHistoryConnection", nodes=[self._told(one) for one in found])

        return Thing("Commit", oid=sha, history=history)

    def _told(self, commit: Commit) -> Thing:
        known = commit.email == self.person.email
        login, number = self.person.login, self.person.number
        user = Thing("User", login=login, databaseId=number) if known else None
        author = Thing(
            "GitActor",
            name=commit.name,
            email=commit.email,
            avatarUrl="https://avatars.githubusercontent.com/u/1?v=4",
            user=user,
        )
        return Thing(
            "Commit",
            oid=commit.sha,
            message=commit.message,
            committedDate=commit.date,
            author=author,
        )

    def _object(self, oid: str | None = None, expression: str | None = None) -> Thing | None:
        sha = self.repository.sha(oid or expression)
        if sha is None:
            return None
        text = self.repository.read(sha)
        long = len(text.encode()) > _LONGEST
        return Thing(
            "Blob",
            oid=sha,
            byteSize=len(text.encode()),
            isBinary=False,
            isTruncated=long,
            text=text[:_LONGEST] if long else text,
        )

    def _pull_requests(self, **asked: Any) -> Thing:
        found = [one for one in self.requests if one["state"] == "OPEN"]
        if "headRefName" in asked:
            found = [one for one in found if one["head"] == asked["headRefName"]]
        if "labels" in asked:
            found = [one for one in found if set(one["labels"]) & set(asked["labels"])]
        nodes = [self._pull_request(one) for one in found]
        return Thing("PullRequestConnection", nodes=nodes, totalCount=len(nodes))

    def _pull_request(self, one: dict) -> Thing:
        git = self.repository
        base = git.git("merge-base", one["base"], one["head"]).strip()
        kinds = {"A": "ADDED", "M": "MODIFIED", "D": "DELETED"}
        files = [
            Thing("PullRequestChangedFile", path=path, changeType=kinds[letter])
            for letter, path in git.changed(base, one["head"])
        ]
        who = self.person
        return Thing(
            "PullRequest",
            id=f"PR_{one['number']}",
            number=one["number"],
            title=one["title"],
            url=f"https://github.com/{self.path}/pull/{one['number']}",
            isDraft=one["draft"],
            isCrossRepository=False,
            createdAt=one["day"],
            updatedAt=one["day"],
            headRefName=one["head"],
            headRefOid=git.head(one["head"]),
            author=Thing(
                "User",
                login=who.login,
                avatarUrl="https://avatars.githubusercontent.com/u/1?v=4",
                name=who.name,
                email=who.email,
                databaseId=who.number,
            ),
            labels=lambda first: Thing(  # noqa: ARG005 - GitHub wants a number
                "LabelConnection", nodes=[Thing("Label", name=name) for name in one["labels"]]
            ),
            files=lambda first: Thing("Files", nodes=files),  # noqa: ARG005
        )

    def _mutations(self) -> dict[str, Any]:
        return {
            "createCommitOnBranch": self._committed,
            "createRef": self._branched,
            "convertPullRequestToDraft": lambda input: self._drafted(input, draft=True),  # noqa: A006
            "markPullRequestReadyForReview": lambda input: self._drafted(input, draft=False),  # noqa: A006
        }

    def _drafted(self, told: dict, *, draft: bool) -> Thing:
        self._request(told["pullRequestId"].removeprefix("PR_"))["draft"] = draft
        return Thing("Payload", pullRequest=Thing("PullRequest", isDraft=draft))

    def _branched(self, input: dict) -> Thing:  # noqa: A002 - GitHub's word
        branch = input["name"].removeprefix("refs/heads/")
        if self.repository.head(branch):
            message = f'A ref named "{input["name"]}" already exists in the repository.'
            raise QueryError(message, type="UNPROCESSABLE")
        self.repository.point(branch, input["oid"])
        return Thing("CreateRefPayload", ref=Thing("Ref", name=branch))

    def _committed(self, input: dict) -> Thing:  # noqa: A002 - GitHub's word
        self.about_to_commit()
        branch = input["branch"]["branchName"]
        expected = input["expectedHeadOid"]
        changes = input["fileChanges"]
        written = {
            one["path"]: base64.b64decode(one["contents"]) for one in changes.get("additions", ())
        }
        gone = tuple(one["path"] for one in changes.get("deletions", ()))
        told = input["message"]
        message = "\n\n".join(filter(None, (told["headline"], told.get("body"))))
        author = (self.person.name, self.person.email)
        sha = None
        with contextlib.suppress(MovedError):
            sha = self.repository.commit(
                branch, written, message, author, gone=gone, expected=expected
            )
        if sha is None:
            raise QueryError(
                f'Expected branch to point to "{expected}" but it did not. Pull and try again.',
                type="STALE_DATA",
                path=["createCommitOnBranch"],
            )
        (commit,) = self.repository.log(sha, most=1)

        def file(path: str) -> Thing:
            return Thing("TreeEntry", oid=self.repository.sha(f"{sha}:{path}"))

        made = Thing("Commit", oid=sha, committedDate=commit.date, file=file)
        return Thing("CreateCommitOnBranchPayload", commit=made)
