import { invalid, type Kind, quote, type Result, valid } from "./kind.ts";
import { list } from "./list.ts";

export type StatusRange = readonly [from: number, to: number];

/** HTTP statuses and ranges of them, both ends included: `200-399,401`. */
export const statuses: Kind<readonly StatusRange[]> = list({
  allows: "HTTP statuses and ranges such as `200-399,401`",
  schema: { type: ["string", "integer"], pattern: "^[1-5]\\d\\d(-[1-5]\\d\\d)?$" },
  parse(text): Result<StatusRange> {
    const match = /^([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?$/.exec(text);
    if (match === null) return invalid(`${quote(text)} is not an HTTP status or a range of them, such as 200-399`);
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    return from <= to ? valid([from, to]) : invalid(`${quote(text)} ends before it starts; write ${to}-${from}`);
  },
  key: ([from, to]) => `${from}-${to}`,
});
