// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from "node:fs";
import { decryptKeystoreJson, isError, isKeystoreJson } from "ethers";
import { config, hooks } from "hardhat";
import { configVariable } from "hardhat/config";
import { askPassword } from "./ask-password.ts";
import { Failure } from "./failure.ts";

/**
 * Refuses to go on while a key lies in the environment, where other programs and logs can read it.
 * @param names Variables of Hardhat that are keys.
 */
export function refuseKeysInEnvironment(names: readonly string[]): void {
  const name = names.find((each) => process.env[each] !== undefined);
  if (name !== undefined) throw new Failure(3, "common.keyInEnvironment", { name });
}

/**
 * A key from Hardhat's encrypted keystore, which asks for its password; "" when it has none of this name. Hardhat would
 * look in the environment first, and in a development keystore whose password lies beside it: both are refused.
 */
export async function keyInHardhatKeystore(name: string): Promise<string> {
  if (isInDevelopmentKeystore(name)) throw new Failure(3, "common.keyInDevelopmentKeystore", { name });
  const variable = configVariable(name, { default: "" });
  return await hooks.runHandlerChain("configurationVariables", "fetchValue", [variable], async () => {
    return await Promise.resolve("");
  });
}

/** The key in a JSON v3 keystore, as wallets and geth write it, once the password is given. */
export async function keyInFile(path: string, ask: (path: string) => Promise<string> = askPassword): Promise<string> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new Failure(1, "common.noKeystore", { file: path }, { cause: error });
  }
  // Without what it holds instead: it may be a key.
  if (!isKeystoreJson(text)) throw new Failure(1, "common.notKeystore", { file: path });
  const password = await ask(path);
  try {
    const { privateKey } = await decryptKeystoreJson(text, password);
    return privateKey;
  } catch (error) {
    if (isError(error, "INVALID_ARGUMENT") && error.argument === "password")
      throw new Failure(1, "common.wrongPassword");
    throw new Failure(1, "common.notKeystore", { file: path });
  }
}

/** Its names are in clear; only what they stand for is encrypted. */
function isInDevelopmentKeystore(name: string): boolean {
  const { devFilePath } = config.keystore;
  if (!existsSync(devFilePath)) return false;
  const { secrets } = JSON.parse(readFileSync(devFilePath, "utf8")) as { secrets?: object };
  return secrets !== undefined && name in secrets;
}
