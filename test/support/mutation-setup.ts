import fc from "fast-check";
import { runs } from "./runs.ts";

// The same values for every mutant, and no search for the smallest one that fails: one that does is all that counts.
fc.configureGlobal({ seed: 1, numRuns: runs(400), endOnFailure: true });
