import { resolve } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";

const client = new DefaultArtifactClient();
const { artifact } = await client.getArtifact(process.env["INPUT_NAME"]);
await client.downloadArtifact(artifact.id, { path: resolve(process.env["INPUT_PATH"]) });
