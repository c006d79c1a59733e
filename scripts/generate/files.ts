import { actionYaml } from "./action.ts";
import { emptyInputsPage, inputsPage } from "./inputs-page.ts";
import { configSchema, reportJsonSchema } from "./schemas.ts";

export interface PackageFile {
  readonly version: string;
}

/** A generated file: its path from the root of the repository, and its text made from what is there now (null: nothing). */
export interface Generated {
  readonly path: string;
  text(current: string | null): string;
}

/** Everything that `npm run generate` writes, except src/kinds/go-platforms.ts, which needs Go. */
export function generatedFiles({ version }: PackageFile): readonly Generated[] {
  return [
    { path: "action.yml", text: () => actionYaml() },
    { path: "docs/inputs.md", text: (current) => inputsPage(current ?? emptyInputsPage) },
    { path: "schema/config.schema.json", text: configSchema },
    { path: "schema/report.schema.json", text: reportJsonSchema },
    { path: "src/inputs/version.ts", text: () => versionModule(version) },
  ];
}

function versionModule(version: string): string {
  return `/** Version of package.json. Written by scripts/generate.ts. */\nexport const version = ${JSON.stringify(version)};\n`;
}

/** src/kinds/go-platforms.ts from the output of `go tool dist list` and `go env GOVERSION` (`go1.26.8`). */
export function platformsModule(list: string, goVersion: string): string {
  const platforms = list.trim().split(/\s+/);
  const rows = platforms.map((platform) => `  ${JSON.stringify(platform)},\n`).join("");
  return (
    `/** What \`go tool dist list\` of Go ${goVersion.trim().replace(/^go/, "")} prints. Refreshed by \`npm run generate -- --platforms\`. */\n` +
    `export const goPlatforms: readonly string[] = [\n${rows}];\n`
  );
}
