import { goDuration } from "../text/go-duration.ts";
import { duration } from "./duration.ts";
import { type Kind, scalar, valid } from "./kind.ts";

const times = /^[1-9]\d{0,11}x$/;

/** How long, or how often, as `go test -fuzztime` takes it. */
export const fuzzTime: Kind<string> = scalar({
  allows: "a duration such as `30s`, or a number of inputs such as `10000x`",
  schema: { anyOf: [duration.schema, { type: "string", pattern: times.source }] },
  parse(text, source) {
    if (times.test(text)) return valid(text);
    const time = duration.parse({ source, label: "", values: [text], entries: false });
    return time.ok ? valid(goDuration(time.value)) : time;
  },
});
