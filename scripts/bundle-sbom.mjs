// Prints the software bill of materials of dist/ as CycloneDX: what npm says of the packages that are installed, as far as the bundle names them in dist/licenses.txt. Of a
// package that is installed in several versions it lists all: the bundle names no versions.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundled = new Set(readFileSync(join(root, "dist", "licenses.txt"), "utf8").split("\n"));
const options = { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 };
const bom = JSON.parse(execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx"], options));

const nameOf = ({ group, name }) => (group === undefined ? name : `${group}/${name}`);
// npm says that all of them are for development; what is bundled is what runs.
const components = bom.components
  .filter((component) => bundled.has(nameOf(component)))
  .map(({ properties: _, ...component }) => component);
if (components.length === 0) throw new Error("dist/licenses.txt names nothing that is installed");
const known = new Set([bom.metadata.component["bom-ref"], ...components.map((component) => component["bom-ref"])]);
const dependencies = bom.dependencies
  .filter(({ ref }) => known.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => known.has(one)) }));
// npm 11.19 calls it as its directory is called.
const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const metadata = { ...bom.metadata, component: { ...bom.metadata.component, name } };
console.log(JSON.stringify({ ...bom, metadata, components, dependencies }, null, 2));
