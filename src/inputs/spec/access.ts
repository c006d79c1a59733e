import { gitCredentials } from "../../kinds/credentials.ts";
import { goproxy, modulePatterns } from "../../kinds/go.ts";
import { login, optional, several } from "../../kinds/input.ts";
import { knownHosts, privateKey } from "../../kinds/ssh.ts";

/** Where modules come from. */
export const accessInputs = {
  goproxy: optional(goproxy, {
    description: "Go module proxies (`GOPROXY`), without logins: those go into git-credentials.",
    unset: "the environment's, else Go's own default",
    notFromConfigFile: "it decides which server gets the names of private modules and their login",
  }),
  goprivate: several(modulePatterns, {
    description: "Patterns of private modules (`GOPRIVATE`), such as `github.com/owner/*`.",
    unset: "the environment's",
  }),
  "git-credentials": login(gitCredentials, {
    description: "Logins for private modules, one `https://user:token@host` per line.",
    unset: "none",
    secret: true,
    notFromConfigFile: "a secret does not belong into a file of the repository",
  }),
  "git-ssh-key": login(privateKey, {
    description: "Private key for private modules: hosts that `goprivate` names are fetched from over SSH.",
    unset: "none; git uses SSH as in any shell",
    secret: true,
    notFromConfigFile: "a secret does not belong into a file of the repository",
  }),
  "git-ssh-known-hosts": login(knownHosts, {
    description: "Host keys for `git-ssh-key`, beside those of github.com, gitlab.com and bitbucket.org.",
    unset: "none",
    notFromConfigFile: "it decides which server is trusted",
  }),
};
