import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";

const root = resolve(process.env["INPUT_PATH"]);
const files = readdirSync(root).map((name) => join(root, name));
if (files.length === 0) throw new Error("no files were found");
const options = { retentionDays: Number(process.env["INPUT_RETENTION-DAYS"]) };
await new DefaultArtifactClient().uploadArtifact(process.env["INPUT_NAME"], files, root, options);
