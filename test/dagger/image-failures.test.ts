import { buildFailureCases } from "../image/build-failure-cases.ts";
import { imageRigs } from "./support/image-rig.ts";
import { lab } from "./support/lab.ts";
import { registries } from "./support/registries.ts";
import { image } from "./support/repositories.ts";

const open = lab();
const registriesFor = registries(open);

buildFailureCases(imageRigs(open, "file"), {
  base: () => image,
  registry: (context) => registriesFor(context).registry,
  privateRegistry: (context) => registriesFor(context).privateRegistry,
});
