import { Document, isCollection, isMap, isScalar } from "yaml";
import { comment, line, textOf } from "./comments.ts";
import type { SeenRepository } from "./seen.ts";

/** Pinned by commit, as in the workflows of this repository: a test compares. */
export const checkout = {
  uses: "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1",
  version: "v7.0.1",
};

/** OWNER is for the user to fill in. */
export const action = "OWNER/dagger-go-pipeline@v1";

const owner = ["Put the owner of the action in the place of OWNER. A commit in the place of v1 cannot be moved."];

/** The text of the workflow: least permissions, one run for each branch, and an end for jobs that hang. */
export function workflowText(seen: SeenRepository): string {
  const { directory, defaultBranch } = seen;
  const given = directory === "." ? {} : { with: { "working-directory": directory } };
  const document = new Document({
    name: "Go",
    on: { push: { branches: defaultBranch === null ? ["main", "master"] : [defaultBranch] }, pull_request: null },
    permissions: { contents: "read" },
    concurrency: {
      group: `${githubExpression("github.workflow")}-${githubExpression("github.ref")}`,
      "cancel-in-progress": githubExpression("github.event_name == 'pull_request'"),
    },
    jobs: {
      go: {
        "runs-on": "ubuntu-latest",
        "timeout-minutes": 30,
        steps: [
          { uses: checkout.uses, with: { "persist-credentials": false } },
          { uses: action, ...given },
        ],
      },
    },
  });
  const branches = document.getIn(["on", "push", "branches"], true);
  if (isCollection(branches)) branches.flow = true;
  explain(document, [], "permissions", releases(seen));
  space(document, ["on", "permissions", "concurrency", "jobs"]);
  const pinned = document.getIn(["jobs", "go", "steps", 0, "uses"], true);
  if (isScalar(pinned)) pinned.comment = ` ${checkout.version}`;
  explain(document, ["jobs", "go"], "steps", services(seen));
  const step = ["jobs", "go", "steps", 1];
  const called = document.getIn(step, true);
  if (isMap(called)) called.commentBefore = comment(owner);
  const more = moreInputs(seen);
  const target = document.getIn(directory === "." ? step : [...step, "with"], true);
  if (more.length > 0 && isMap(target)) {
    target.comment = comment(directory === "." ? ["with:", ...more.map(indented)] : more);
  }
  return textOf(document);
}

function indented(text: string): string {
  return `  ${text}`;
}

function githubExpression(text: string): string {
  return `\${{ ${text} }}`;
}

function space(document: Document, keys: readonly string[]): void {
  if (!isMap(document.contents)) return;
  for (const { key } of document.contents.items) {
    if (isScalar(key) && keys.includes(String(key.value))) key.spaceBefore = true;
  }
}

/** Puts a comment before a key of the map at `path`. */
function explain(document: Document, path: readonly (string | number)[], name: string, lines: readonly string[]): void {
  const map = document.getIn(path, true);
  if (!isMap(map) || lines.length === 0) return;
  for (const { key } of map.items) {
    if (isScalar(key) && key.value === name) key.commentBefore = comment(lines);
  }
}

/** A release needs more than checks of every push should have. */
function releases({ mains, released }: SeenRepository): readonly string[] {
  if (mains.length === 0 || released === null) return [];
  return [
    "Releases (`release: draft`) want a workflow of their own: on pushed tags, with `contents: write` and",
    "`fetch-depth: 0`. docs/releasing.md of the action has it.",
  ];
}

function services({ compose }: SeenRepository): readonly string[] {
  if (compose === null) return [];
  const each = compose.services.flatMap(({ name, image, ports }) => [
    // What a job may call its services.
    `${name.replaceAll(/[^\w-]/g, "-")}:`,
    indented(line("image", image)),
    ...(ports.length === 0 ? [] : [indented(`ports: ${JSON.stringify(ports)}`)]),
  ]);
  return [
    `Tests that need what ${compose.path} starts have it as services of the job, with \`engine: host\` below.`,
    ...["services:", ...each.map(indented)],
  ];
}

/** Inputs that a config file may not have. */
function moreInputs({ compose, privateModules, docker }: SeenRepository): readonly string[] {
  const secrets = docker?.secrets ?? [];
  return [
    ...(compose === null ? [] : ["engine: host"]),
    ...(privateModules.length === 0 ? [] : [line("git-credentials", loginFor(privateModules))]),
    ...(secrets.length === 0 ? [] : ["docker-secrets: |", ...secrets.map((id) => `  ${id}=${secretFor(id)}`)]),
  ];
}

/** Of a pattern such as `*.example.com` nobody can tell which host it is. */
function loginFor([pattern = ""]: readonly string[]): string {
  const host = (pattern.split("/")[0] ?? "").replace(/^\*/, "git");
  return `https://x-access-token:${githubExpression("secrets.MODULES_TOKEN")}@${host}`;
}

/** Names of secrets are letters, digits and `_`. */
function secretFor(id: string): string {
  return githubExpression(`secrets.${id.toUpperCase().replaceAll(/\W/g, "_")}`);
}
