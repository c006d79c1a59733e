import { smokeCases } from "../image/smoke-cases.ts";
import { smokeEndCases } from "../image/smoke-end-cases.ts";
import { imageRigs } from "./support/image-rig.ts";
import { lab } from "./support/lab.ts";

// Most of the time they wait: several at once.
const rig = imageRigs(lab(), "file");
smokeCases(rig);
smokeEndCases(rig);
