// How a commit is asked for on GitHub and on GitLab, and how a file is read there. Both are asked
// with the rights of the request that is about to be sent, and at no other address.

const GITHUB_FILE = `query($owner: String!, $name: String!, $file: String!) {
  repository(owner: $owner, name: $name) { object(expression: $file) { ... on Blob { oid } } }
}`;

/** Return the commit that a request asks for, undefined where it asks for something else. */
export function commitOf(ask, url, init) {
  if (init?.method !== "POST" || typeof init.body !== "string") return undefined;
  const path = new URL(url).pathname;
  if (path.endsWith("/graphql")) {
    const body = JSON.parse(init.body);
    return /\bcreateCommitOnBranch\(/.test(body.query) ? new GitHubCommit(ask, url, init, body) : undefined;
  }
  return path.endsWith("/repository/commits") ? new GitLabCommit(ask, url, init, JSON.parse(init.body)) : undefined;
}

class Commit {
  constructor(ask, url, init, body) {
    this.ask = ask;
    this.url = url;
    this.init = init;
    this.body = body;
  }

  async fetched(url, { accept = "application/json", ...more } = {}) {
    const headers = new Headers({ Accept: accept, Authorization: new Headers(this.init.headers).get("Authorization") });
    if (more.body) headers.set("Content-Type", "application/json");
    const answer = await this.ask(url, { cache: "no-cache", ...more, headers });
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
    return answer;
  }

  send() {
    return this.ask(this.url, { ...this.init, body: JSON.stringify(this.body) });
  }

  async done(answer) {
    return answer.ok;
  }
}

class GitHubCommit extends Commit {
  get input() {
    return this.body.variables.input;
  }

  get branch() {
    return this.input.branch.branchName;
  }

  /** Return every file that is written: its path, and its text to read and to change. */
  get files() {
    return this.input.fileChanges.additions.map((one) => ({
      path: one.path,
      text: fromBase64(one.contents),
      change: (text) => (one.contents = toBase64(text)),
    }));
  }

  /** Return a file as it is where the commit is to be put, which the commit itself demands. */
  async current({ path }) {
    const [owner, name] = this.input.branch.repositoryNameWithOwner.split("/");
    const file = `${this.input.expectedHeadOid}:${path}`;
    const body = JSON.stringify({ query: GITHUB_FILE, variables: { owner, name, file } });
    const answer = await (await this.fetched(this.url, { method: "POST", body })).json();
    const version = answer.data?.repository?.object?.oid;
    return version && { version, text: await this.version(version) };
  }

  async version(name) {
    const root = this.url.replace(/\/api\/graphql$/, "/api/v3").replace(/\/graphql$/, "");
    const url = `${root}/repos/${this.input.branch.repositoryNameWithOwner}/git/blobs/${name}`;
    return (await this.fetched(url, { accept: "application/vnd.github.raw+json" }))?.text();
  }

  async done(answer) {
    // GitHub says in the text of the answer that it refuses.
    return answer.ok && Boolean((await answer.clone().json()).data?.createCommitOnBranch);
  }

  refused(message) {
    return Response.json({ errors: [{ message }] });
  }

  /** Tell of an older commit and of no files, so that the editor reads what it has not seen. */
  async untold(answer) {
    const told = await answer.json();
    const commit = told.data?.createCommitOnBranch?.commit;
    for (const key of Object.keys(commit ?? {})) if (key.startsWith("file_")) commit[key] = null;
    if (commit) commit.oid = this.input.expectedHeadOid;
    return Response.json(told, { status: answer.status });
  }
}

class GitLabCommit extends Commit {
  get branch() {
    return this.body.branch;
  }

  get files() {
    return this.body.actions
      .filter(({ action, encoding }) => action === "update" && encoding === "text")
      .map((one) => ({
        path: one.file_path,
        text: one.content,
        change: (text) => (one.content = text),
        // GitLab refuses the commit if the file has another one by then.
        demand: (last) => (one.last_commit_id = last),
      }));
  }

  async current({ path, demand }) {
    const ref = encodeURIComponent(this.body.start_branch ?? this.branch);
    const url = this.url.replace(/commits$/, `files/${encodeURIComponent(path)}?ref=${ref}`);
    const file = await (await this.fetched(url))?.json();
    if (!file) return undefined;
    demand(file.last_commit_id);
    return { version: file.blob_id, text: fromBase64(file.content) };
  }

  async version(name) {
    return (await this.fetched(this.url.replace(/commits$/, `blobs/${name}/raw`), { accept: "*/*" }))?.text();
  }

  refused(message) {
    return Response.json({ message }, { status: 409 });
  }

  async untold(answer) {
    const told = await answer.json();
    return Response.json({ ...told, id: told.parent_ids?.[0] ?? told.id }, { status: answer.status });
  }
}

function fromBase64(coded) {
  return new TextDecoder().decode(Uint8Array.from(atob(coded), (sign) => sign.charCodeAt(0)));
}

function toBase64(text) {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}
