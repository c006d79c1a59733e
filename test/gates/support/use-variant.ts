import { join } from "node:path";
import { inject } from "vitest";

// Read when test/support/run-action.ts is loaded, which is after this.
process.env["ACTION_PATH"] = join(inject("variant"), "dist", "index.js");
