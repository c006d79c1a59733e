import { describe, expect, it } from "vitest";
import { parseConfigFile } from "../../../src/inputs/config-file.ts";
import { secretsToMask } from "../../../src/inputs/secrets.ts";
import { parsed, problems } from "./support.ts";

const file = (text: string) => parseConfigFile(".dagger-go.yml", text);
const stage = (name: string, more = ""): string => `  - name: ${name}\n    run: [make, ${name}]\n${more}`;

describe("stages in the config file", () => {
  it("keep their words as they are written", () => {
    const text = `stages:\n  - name: docs\n    run: [make, "a  b", 1.20, true, '']\n    env: { A: 010, B: }\n    outputs: out\n`;
    expect(parsed({ configFile: file(text) }).config.stages).toMatchObject([
      {
        run: ["make", "a  b", "1.20", "true", ""],
        env: [
          ["A", "010"],
          ["B", ""],
        ],
        outputs: ["out"],
      },
    ]);
    expect(parsed({}).config.stages).toEqual([]);
  });

  it.each([
    "stages: make",
    "stages: { docs: make }",
    "stages: [make]",
    "stages:\n  - name: docs\n    run: [[make]]",
    "stages:\n  - name: docs\n    run: [make]\n    env: { A: { B: 1 } }",
    "stages:\n  - name: docs\n    run: [make]\n    env: { A: [1] }",
    "stages:\n  - { name: docs, ? [a] : b }",
  ])("are a list of maps: %s", (text) => {
    expect(problems({ configFile: file(text) })).toEqual([".dagger-go.yml: stages: has to be a list of maps (line 1)"]);
  });

  it("come from nowhere else", () => {
    expect(problems({ argv: ["--stages=x"] })).toEqual([expect.stringContaining("--stages")]);
    expect(problems({ with: { stages: "x" } })).toEqual([expect.stringContaining("with: stages")]);
  });

  it("have names of their own, and need what there is", () => {
    const text = `stages:\n${stage("vet")}${stage("docs", "    needs: [tests, build:linux/amd64, image]\n")}${stage("more", "    needs: [doks]\n")}`;
    expect(problems({ configFile: file(text) })).toEqual([
      ".dagger-go.yml: stages: vet: the pipeline has a stage of that name; take another one",
      '.dagger-go.yml: stages: docs: needs "tests", which is no stage; did you mean "test"?',
      '.dagger-go.yml: stages: more: needs "doks", which is no stage; did you mean "docs"?',
    ]);
  });

  it("get no variables of the runner", () => {
    const text = `stages:\n${stage("docs", "    env: { github_token: x, DAGGER_X: y, A: z }\n")}`;
    expect(problems({ configFile: file(text) })).toEqual([
      ".dagger-go.yml: stages: docs: env: github_token is a variable of the runner, which stages do not get; give the value another name",
      ".dagger-go.yml: stages: docs: env: DAGGER_X is a variable of the runner, which stages do not get; give the value another name",
    ]);
  });
});

describe("deployments", () => {
  const two = `stages:\n${stage("ship")}${stage("tell", "    needs: [ship]\n")}`;

  it("are named by flag or `with:` alone", () => {
    const configFile = file(`${two}deploy: ship\ndeploy-env: { A: b }\n`);
    expect(problems({ configFile })).toEqual([
      expect.stringContaining(".dagger-go.yml: deploy: is not taken from the config file"),
      expect.stringContaining(".dagger-go.yml: deploy-env: is not taken from the config file"),
    ]);
    const given = { configFile: file(two), with: { deploy: "ship, tell", "deploy-env": "TOKEN=a\nKEY" } };
    const { config, secrets } = parsed(given);
    expect(config.deploy).toEqual(["ship", "tell"]);
    expect(secrets.deployEnv).toEqual([
      ["TOKEN", "a"],
      ["KEY", null],
    ]);
    expect(JSON.stringify(config)).not.toContain("TOKEN");
  });

  it("are stages that there are, and nothing else waits for them", () => {
    expect(problems({ argv: ["--deploy=shop"], configFile: file(two) })).toEqual([
      '--deploy: "shop" is none of the stages of the config file; did you mean "ship"?',
    ]);
    expect(problems({ argv: ["--deploy=Ship It"], configFile: file(two) })).toEqual([
      expect.stringContaining('--deploy: "Ship It" is not a name for a stage'),
    ]);
    expect(problems({ argv: ["--deploy=ship"], configFile: file(two) })).toEqual([
      ".dagger-go.yml: stages: tell: needs ship, which deploys after everything else: name tell in deploy too",
    ]);
    const always = file(`stages:\n${stage("ship", "    when: always\n")}`);
    expect(problems({ argv: ["--deploy=ship"], configFile: always })).toEqual([
      ".dagger-go.yml: stages: ship: deploys, and so runs only when everything has passed: take `when: always` out",
    ]);
  });

  it("have variables that are theirs", () => {
    expect(problems({ argv: ["--deploy-env=A=b"] })).toEqual(["--deploy-env: needs deploy"]);
    const given = { argv: ["--deploy=ship,tell", "--deploy-env=GITHUB_TOKEN=hidden"], configFile: file(two) };
    expect(problems(given)).toEqual([
      "--deploy-env: GITHUB_TOKEN is a variable of the runner, which stages do not get; give the value another name",
    ]);
  });

  it("have values that are masked before anything is said, also where they are wrong", () => {
    const given = {
      argv: ["--deploy-env", "TOKEN=s=1"],
      with: { "deploy-env": '"KEY=one\ntwo"\nNAME' },
      env: { NAME: "n" },
    };
    expect(secretsToMask(given)).toEqual(["s=1", "one\ntwo"]);
  });
});
