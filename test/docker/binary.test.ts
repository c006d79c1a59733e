import { expect, test } from "vitest";
import type { ImageSource } from "../../src/model/step.ts";

import { rigs } from "./support/rigs.ts";

const rig = rigs();

const platform = { os: "linux", arch: "amd64", variant: null };
const source: ImageSource = {
  type: "binary",
  binaries: [{ platform, stage: "build:linux/amd64", out: "app" }],
  entrypoint: "fixture",
};

test("an image of the binary: not root, with certificates, time zones, a home and a /tmp", async () => {
  const made = await rig({});
  const built = await made.image({}, { source, platforms: [platform] });
  expect(built.facts).toMatchObject({ judgement: null, base: "scratch", platforms: ["linux/amd64"], layers: 4 });
  const zone = await made.smoke({ command: ["zone=Europe/Berlin"], commandGiven: true });
  expect(zone.facts.judgement).toEqual({ status: "passed", reason: "`zone=Europe/Berlin` exited 0" });
  expect(zone.log).toContain("Europe/Berlin <nil> uid 65532 home /home/nonroot");
  await made.deliver({ outputs: ["load"], tags: ["fixture:binary"] });
  const config = made.docker("image", "inspect", "-f", "{{json .Config}}", "fixture:binary");
  expect(JSON.parse(config)).toMatchObject({
    User: "65532:65532",
    WorkingDir: "/home/nonroot",
    Entrypoint: ["/usr/local/bin/fixture"],
    Env: [
      "PATH=/usr/local/bin",
      "SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt",
      "HOME=/home/nonroot",
      "ZONEINFO=/usr/share/zoneinfo.zip",
    ],
  });
  made.docker("image", "rm", "fixture:binary");
});

test("a program that is no Linux program, or not static, fails before anything is built", async () => {
  const made = await rig({ text: "no program" });
  const text = await made.image(
    {},
    { source: { ...source, binaries: [{ platform, stage: "build:linux/amd64", out: "text" }] } },
  );
  expect(text.facts.judgement?.reason).toBe("linux/amd64: the build stage's fixture is no Linux program");
  const dynamic = await made.image(
    {},
    { source: { ...source, binaries: [{ platform, stage: "build:linux/amd64", out: `${"../".repeat(32)}bin/ls` }] } },
  );
  expect(dynamic.facts.judgement?.reason).toMatch(/^linux\/amd64: fixture is not static/);
});
