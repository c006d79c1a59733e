import { type InputsRequest, type ParsedInputs, parseInputs, placesOf } from "./parse.ts";
import { readConfigFile } from "./read-config-file.ts";

/** Finds and reads the config file, then parses everything: the whole way from what the user gave to Config and Secrets. */
export async function loadInputs(request: Omit<InputsRequest, "configFile">): Promise<ParsedInputs> {
  const { config } = placesOf(request);
  const configFile = config === null ? null : await readConfigFile(config.path, config.name);
  return parseInputs({ ...request, configFile });
}
