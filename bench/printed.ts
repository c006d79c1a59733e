/** Keeps what this process prints to standard output while `work` goes on; an error brings it out. */
export async function printedBy<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly printed: string }> {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  let printed = "";
  stdout.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    printed += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    for (const done of rest) if (typeof done === "function") done();
    return true;
  };
  try {
    return { value: await work(), printed };
  } catch (error) {
    write(printed);
    throw error;
  } finally {
    stdout.write = write;
  }
}
