import { smokeCases } from "../image/smoke-cases.ts";
import { rigs } from "./support/rigs.ts";

// Most of the time they wait: several at once, and what is left behind is looked for at the end.
smokeCases(rigs("file"));
