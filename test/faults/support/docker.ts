import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stub, type World } from "./world.ts";

const version = JSON.stringify({
  Client: { Version: "20.10.5" },
  Server: { Version: "28.0.0", Os: "linux", Arch: "amd64" },
});

/** A docker with a daemon that answers and builds with a script; every call is written down. */
export function stubDocker(world: World, build: string): void {
  const record = `echo "docker $*" >> ${callsFile(world)}`;
  stub(
    world,
    "docker",
    `${record}\ncase "$1" in\nversion) echo '${version}' ;;\nbuild) ${build} ;;\n*) exit 1 ;;\nesac`,
  );
}

/** The command lines docker was called with. */
export function dockerCalls(world: World): string {
  return existsSync(callsFile(world)) ? readFileSync(callsFile(world), "utf8") : "";
}

function callsFile(world: World): string {
  return join(world.root, "docker-calls");
}
