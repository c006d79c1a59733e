import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../../src/project/dockerfile-parse.ts";
import { effort } from "../../support/effort.ts";

/** What the parser of BuildKit 0.27.1 (frontend/dockerfile/parser) makes of the same text: first lines and keywords. */
const asBuildKit: readonly (readonly [lines: readonly string[], instructions: string])[] = [
  [["RUN <<EOF", "RUN no", "EOF", "RUN x"], "1 RUN, 4 RUN"],
  [["RUN <<EOF", " EOF", "RUN no", "EOF ", "EOF", "RUN x"], "1 RUN, 6 RUN"],
  [["RUN <<-EOF", "\tRUN no", "\tEOF", "RUN x"], "1 RUN, 4 RUN"],
  [["RUN cat << EOF", "RUN no", "EOF", "RUN x"], "1 RUN, 4 RUN"],
  [["RUN <<- EOF", "RUN x"], "1 RUN, 2 RUN"],
  [["RUN 3<<EOF", "RUN no", "EOF", "RUN x"], "1 RUN, 4 RUN"],
  [["RUN <<1EOF", "RUN no", "1EOF", "RUN x"], "1 RUN, 4 RUN"],
  [["RUN cat <<EOF-1", "RUN no", "EOF-1", "RUN x"], "1 RUN, 4 RUN"],
  [["RUN cat <<'EOF' | sh", "RUN no", "EOF", "RUN x"], "1 RUN, 4 RUN"],
  [['RUN <<"E F"', "RUN no", "E F", "RUN x"], "1 RUN, 4 RUN"],
  [["RUN cat <<\\EOF", "RUN no", "EOF", "RUN x"], "1 RUN, 4 RUN"],
  [["RUN cat <<A <<B", "RUN no", "A", "RUN no", "B", "RUN x"], "1 RUN, 6 RUN"],
  [["RUN cat <<A<<B", "RUN x"], "1 RUN, 2 RUN"],
  [["RUN x <<EOF \\", "  && y", "RUN no", "EOF", "RUN x"], "1 RUN, 5 RUN"],
  [["RUN --mount=type=cache,target=/x <<EOF", "RUN no", "EOF", "RUN x"], "1 RUN, 4 RUN"],
  [["COPY <<EOF /x", "RUN no", "EOF", "RUN x"], "1 COPY, 4 RUN"],
  [["ADD <<eof /x", "RUN no", "eof", "RUN x"], "1 ADD, 4 RUN"],
  [["onbuild run <<EOF", "RUN no", "EOF", "RUN x"], "1 ONBUILD, 4 RUN"],
  [["RUN [ -f x ] && cat <<EOF", "RUN no", "EOF", "RUN x"], "1 RUN, 4 RUN"],
  // What only looks like one.
  [['RUN ["a", "<<EOF"]', "RUN x"], "1 RUN, 2 RUN"],
  [['RUN --mount=type=cache,target=/x ["a", "<<EOF"]', "RUN x"], "1 RUN, 2 RUN"],
  [["RUN cat <<<EOF", "RUN x"], "1 RUN, 2 RUN"],
  [["RUN echo $((1<<EOF))", "RUN x"], "1 RUN, 2 RUN"],
  [["RUN echo '<<EOF'", "RUN x"], "1 RUN, 2 RUN"],
  [['RUN echo "a <<EOF"', "RUN x"], "1 RUN, 2 RUN"],
  [["RUN echo a\\ <<EOF", "RUN x"], "1 RUN, 2 RUN"],
  [["RUN echo a\\ \t <<EOF", "RUN no", "EOF", "RUN x"], "1 RUN, 4 RUN"],
  [["RUN a<<EOF", "RUN x"], "1 RUN, 2 RUN"],
  [["RUN it's <<EOF", "RUN x"], "1 RUN, 2 RUN"],
  [['RUN cat <<"" x', "RUN x"], "1 RUN, 2 RUN"],
  [["LABEL a=<<EOF", "RUN x"], "1 LABEL, 2 RUN"],
  [["HEALTHCHECK CMD x <<EOF", "RUN x"], "1 HEALTHCHECK, 2 RUN"],
];

function instructionsOf(text: string): string {
  return parseDockerfile("Dockerfile", text)
    .instructions.map(({ line, keyword }) => `${line} ${keyword}`)
    .join(", ");
}

describe("here-documents", () => {
  it.each(asBuildKit)("%j is read as BuildKit does", (lines, instructions) => {
    expect(instructionsOf(lines.join("\n"))).toBe(instructions);
    expect(instructionsOf(lines.join("\r\n"))).toBe(instructions);
  });

  it("take the rest when they never end", () => {
    expect(instructionsOf("RUN <<EOF\nRUN x\nFROM y")).toBe("1 RUN");
  });

  it.each(["'\"", "<<", '\\" ', "[", "--a ", "<<A "])("take no long time of %j many times", (piece) => {
    const text = `RUN ${piece.repeat(50_000)}\nRUN x`;
    expect(effort(() => void instructionsOf(text))).toBeLessThan(100);
  });
});
