import type { SmokeStep } from "../../model/step.ts";
import type { BuiltImage, ImageBackend, ImageRun, Watched } from "./backend.ts";
import { type ContainerObservation, judgeSmoke, nextContainer, type SmokeVerdict } from "./smoke.ts";

/** The verdict on an image; `tested` is null when it was not run. */
export type Tested = Omit<SmokeVerdict, "tested"> & { readonly tested: string | null };

/** Runs the smoke test of a built image, in containers of its engine. */
export async function smokeTest<I extends BuiltImage>(
  step: SmokeStep,
  image: I,
  backend: ImageBackend<I>,
  run: ImageRun,
): Promise<Tested> {
  const { platform, enginePlatform, hasCommand } = image;
  if (archOf(platform) !== archOf(enginePlatform)) {
    const reason = `${platform}: built, not run (${backend.name} is on ${enginePlatform})`;
    return { status: "warned", reason, tested: null };
  }
  const verdict = hasCommand || step.command.length > 0 ? await observe(step, image, backend, run) : nothingToStart;
  run.progress(verdict.reason);
  await run.log.line(`${verdict.status}: ${verdict.reason}`);
  return verdict;
}

const nothingToStart: SmokeVerdict = {
  status: "failed",
  reason: "the container cannot start: the image has neither ENTRYPOINT nor CMD. Set smoke-command, or give it one.",
  tested: "start of the container",
};

function archOf(platform: string): string | undefined {
  return platform.split("/")[1];
}

async function observe<I extends BuiltImage>(
  step: SmokeStep,
  image: I,
  backend: ImageBackend<I>,
  run: ImageRun,
): Promise<SmokeVerdict> {
  const observer = await backend.observer(step, image, run);
  try {
    const seen: ContainerObservation[] = [];
    for (let command = nextContainer(step, seen); command !== null; command = nextContainer(step, seen)) {
      const watched = await observer.watch(command);
      await logEnd(watched, run);
      seen.push(watched);
    }
    return judgeSmoke(step, seen);
  } finally {
    await observer.close();
  }
}

async function logEnd({ output, stubborn, running, exitCode }: Watched, { log }: ImageRun): Promise<void> {
  if (output !== "") await log.lines(output.trimEnd().split(/\r?\n/));
  if (stubborn) await log.line("(it did not end on SIGTERM and was killed)");
  await log.line(running ? "(still running, stopped)" : `(exit code ${exitCode ?? "none"})`);
}
