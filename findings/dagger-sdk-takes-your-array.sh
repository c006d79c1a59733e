#!/usr/bin/env bash
# After an image was published for two platforms, the containers in the caller's own array are strings.
#
# Guess:    container.publish(address, { platformVariants }) reads the array that it is given; what the array holds can
#           be used afterwards, to run a test in each variant for example.
# Seen:     the SDK asks the engine for the id of each container and puts it into that very array in the place of the
#           container. TypeScript goes on to call it Container[]; variants[0].stdout() is "not a function". A copy
#           ([...variants]) keeps its containers.
# Versions: @dagger.io/dagger 0.21.8 on Node 20.20.2, on 2026-11-30. The engine's side is a server of a few lines:
#           what is seen happens before anything is published.
# Why:      it depends on the order of two calls: the test before the publishing works, the test after it does not.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

npm init --yes > npm.txt
npm install --silent --no-audit --no-fund --ignore-scripts @dagger.io/dagger@0.21.8

cat > publish.mjs <<'EOF'
import { createServer } from "node:http";

// An engine that has an id for everything, and a word for everything else that is asked.
const server = createServer(async (request, response) => {
  const body = await request.toArray();
  const { query } = JSON.parse(Buffer.concat(body).toString());
  const fields = query.replace(/\([^()]*\)/g, "").match(/\w+/g).reverse();
  const answer = fields.reduce((value, field) => ({ [field]: value }), fields[0] === "id" ? "an-id" : "a-word");
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ data: answer }));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
process.env.DAGGER_SESSION_PORT = `${server.address().port}`;
process.env.DAGGER_SESSION_TOKEN = "any";

const { connection, dag } = await import("@dagger.io/dagger");
const kinds = (values) => values.map((value) => value.constructor.name).join(" ");
const image = (platform) => dag.container({ platform }).from("alpine");
await connection(async () => {
  const variants = [image("linux/amd64"), image("linux/arm64")];
  const [first] = variants;
  console.log(kinds(variants));
  await dag.container().publish("registry.example/app", { platformVariants: [...variants] });
  console.log(kinds(variants));
  await dag.container().publish("registry.example/app", { platformVariants: variants });
  console.log(kinds(variants));
  console.log(await first.stdout());
  console.log(await variants[0].stdout());
}).catch((error) => console.log(error.message));
server.close();
EOF
node publish.mjs > seen.txt

expect 'before                    ' 'Container Container' "$(sed -n 1p seen.txt)"
expect 'published with a copy     ' 'Container Container' "$(sed -n 2p seen.txt)"
expect 'published with the array  ' 'String String' "$(sed -n 3p seen.txt)"
expect 'the container itself      ' 'a-word' "$(sed -n 4p seen.txt)"
expect 'its place in the array    ' 'variants[0].stdout is not a function' "$(sed -n 5p seen.txt)"
