/** Why git could not get at a repository. */
export interface AccessProblem {
  /** A few words that go behind a title. */
  readonly cause: string;
  readonly remedy: string;
  /** The machine or its settings are at fault, whatever the repository asks for. */
  readonly environment: boolean;
}

interface Rule {
  readonly words: RegExp;
  problem(match: readonly string[]): AccessProblem;
}

const rules: readonly Rule[] = [
  {
    words: /No \S+ host key is known for (\S+) and you have requested strict checking/,
    problem: ([, host = ""]) => ({
      cause: `SSH knows no host key of ${host}`,
      remedy: `put the host key of ${host} into \`git-ssh-known-hosts\` (ssh-keyscan prints it; compare it with what the host publishes)`,
      environment: true,
    }),
  },
  {
    words: /Host key for (\S+) has changed and you have requested strict checking/,
    problem: ([, host = ""]) => ({
      cause: `${host} has another host key than the one that is known`,
      remedy: `find out why before you change \`git-ssh-known-hosts\`: another server may answer in the place of ${host}`,
      environment: true,
    }),
  },
  {
    words: /\S+@(\S+): Permission denied \(/,
    problem: ([, host = ""]) => ({
      cause: `${host} takes no SSH key that it was shown`,
      remedy: `allow the public part of \`git-ssh-key\` to read the repository on ${host}, as a deploy key or with an account`,
      environment: true,
    }),
  },
  {
    words: /\bssh: (?:command )?not found|cannot run ssh\b/,
    problem: () => ({
      cause: "there is no ssh",
      remedy: "install an SSH client (openssh-client), or use a `go-image` that has one",
      environment: true,
    }),
  },
  {
    words: /exec: "git": executable file not found/,
    problem: () => ({
      cause: "there is no git",
      remedy: "install git, or use a `go-image` that has it: modules that no proxy has are fetched with it",
      environment: true,
    }),
  },
  {
    words: /could not read (?:Username|Password) for '[a-z]+:\/\/(?:[^@/']*@)?([^/']+)/,
    problem: ([, host = ""]) => ({
      cause: `${host} asks for a login`,
      remedy: `give one in \`git-credentials\`, or \`git-ssh-key\` with ${host} in \`goprivate\`; a repository that is not there asks too`,
      environment: false,
    }),
  },
  {
    words: /no secure protocol found for repository/,
    problem: () => ({
      cause: "neither https nor SSH found a repository",
      remedy:
        "check the path; private ones need `git-credentials`, or `git-ssh-key` with the host in `goprivate` and, unless it is built in, in `git-ssh-known-hosts`",
      environment: false,
    }),
  },
];

/** What git, ssh and the go command say of a repository that they cannot reach; null: something else is wrong. */
export function accessProblem(text: string): AccessProblem | null {
  for (const { words, problem } of rules) {
    const match = words.exec(text);
    if (match !== null) return problem(match);
  }
  return null;
}
