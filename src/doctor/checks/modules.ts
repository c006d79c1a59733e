import { firstOf, plural } from "../../text/format.ts";
import { broken, type Check, odd, ok } from "../check.ts";

/** There is something to check. */
export const modules: Check = {
  name: "modules",
  look({ project, projectProblems }) {
    if (project === null) {
      return broken(
        2,
        projectProblems.join("; "),
        "Let working-directory and `modules` name directories with a go.mod.",
      );
    }
    const dirs = project.modules.map(({ dir }) => dir);
    const saw = `${plural(dirs.length, "module")}: ${firstOf(dirs, 5)}`;
    if (project.unchecked.length > 0) {
      const rest = firstOf(project.unchecked, 5);
      return odd(`${saw}; not checked: ${rest}`, "Name them in `modules`, unless they are left out on purpose.");
    }
    if (project.loose.length === 0) return ok(saw);
    const where = firstOf(project.loose, 5);
    return odd(
      `${saw}; in no module: ${where}`,
      "Name the modules to check in `modules`, if no go command is meant to look there.",
    );
  },
};
