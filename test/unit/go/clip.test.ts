import fc from "fast-check";
import { expect, it } from "vitest";
import { OutputClip } from "../../../src/go/clip.ts";

it("keeps all of what is short", () => {
  const clip = new OutputClip(100);
  clip.add("a\\n");
  clip.add("tab\\there\\n");
  expect(clip.text()).toBe("a\ntab\there\n");
});

it("keeps the beginning and the end of what is long", () => {
  const clip = new OutputClip(40);
  for (let line = 100; line < 200; line++) clip.add(`${line}\\n`);
  expect(clip.text()).toBe("100\n101\n[… 92 lines, about 1 KiB, left out …]\n194\n195\n196\n197\n198\n199\n");
});

it("counts what it leaves out, whatever comes", () => {
  const outputs = fc.array(fc.string({ maxLength: 12, unit: fc.constantFrom("a", "b", " ") }), { maxLength: 400 });
  fc.assert(
    fc.property(outputs, fc.integer({ min: 8, max: 400 }), (texts, limit) => {
      const clip = new OutputClip(limit);
      for (const text of texts) clip.add(`${text}\\n`);
      const lines = clip.text().split("\n").slice(0, -1);
      const left = lines.map((line) => /^\[… (\d+) lines/.exec(line)?.[1]).find((count) => count !== undefined);
      const kept = lines.filter((line) => !line.startsWith("[…"));
      expect(kept.length + Number(left ?? 0)).toBe(texts.length);
      expect(kept.join("").length).toBeLessThanOrEqual(limit);
      if (left === undefined) expect(kept).toEqual(texts);
    }),
  );
});
