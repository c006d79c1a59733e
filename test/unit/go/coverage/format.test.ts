import { expect, it } from "vitest";
import { percentOf } from "../../../../src/model/percent.ts";
import { formatDecimal } from "../../../../src/text/format.ts";
import { fixtureText } from "../fixture.ts";

it("rounds as Go does, for 2,741 pairs of counts that Go has printed", () => {
  const lines = fixtureText("coverage/percent/go1.26.8.percent.out").trim().split("\n");
  expect(lines).toHaveLength(2_741);
  const ours = lines.map((line) => {
    const [covered, statements] = line.split(" ").map(Number);
    return `${covered} ${statements} ${formatDecimal(percentOf(covered ?? 0, statements ?? 0) ?? Number.NaN)}`;
  });
  expect(ours).toEqual(lines);
});

it("has no percentage without statements", () => {
  expect(percentOf(0, 0)).toBeNull();
  expect(percentOf(0, 3)).toBe(0);
  expect(percentOf(1, 3)).toBe(33.333333333333336);
});
