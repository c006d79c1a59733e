import { afterAll, beforeAll } from "vitest";
import { buildFailureCases } from "../image/build-failure-cases.ts";
import { startRegistry, type TestRegistry } from "../support/registry.ts";
import { imageRigs } from "./support/image-rig.ts";
import { lab } from "./support/lab.ts";
import { image } from "./support/repositories.ts";

const rig = imageRigs(lab(), "file");
let open: TestRegistry;
let closed: TestRegistry;
beforeAll(async () => {
  [open, closed] = await Promise.all([startRegistry(), startRegistry({ username: "user", password: "password" })]);
});
afterAll(() => Promise.all([open.close(), closed.close()]));
buildFailureCases(rig, () => ({ base: image, registry: open.address, privateRegistry: closed.address }));
