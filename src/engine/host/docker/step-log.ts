export { StepLog, takeLines } from "../../image/step-log.ts";
