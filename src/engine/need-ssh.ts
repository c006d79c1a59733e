import { EnvironmentError } from "../errors.ts";

/** Programs that git needs for a key. */
export const sshPrograms = ["git", "ssh"] as const;

/** Said before anything is fetched: the go command keeps what git said of some hosts to itself. `where`: `on PATH`, or an image. */
export function withoutProgram(program: string, where: string): EnvironmentError {
  return new EnvironmentError(
    `git-ssh-key needs ${program}, and there is none ${where}.`,
    "Install git and an SSH client (openssh-client), or use a `go-image` that has both.",
  );
}
