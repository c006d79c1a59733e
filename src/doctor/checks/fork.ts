import { type Check, odd, ok } from "../check.ts";

/** The run gets the repository's secrets. */
export const fork: Check = {
  name: "fork",
  look({ context }) {
    const { eventName, headRepository, repository } = context;
    if (eventName === null) return ok("not in a workflow");
    if (headRepository === null || headRepository === repository) return ok(`event ${eventName}`);
    return odd(
      `${eventName} of the fork ${headRepository}: secrets are empty, the token only reads, and no cache is saved`,
      "Check out nothing of a fork under pull_request_target; what needs secrets belongs into a push to this repository.",
    );
  },
};
