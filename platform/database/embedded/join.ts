import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Address } from "../connection.ts";
import { applicationRole, ownerRole } from "./provision.ts";
import { readSecret } from "./secret.ts";

/** How to enter the PostgreSQL that another process of ours runs in a data directory; null when there is none. */
export function findRunning(
  dataDirectory: string,
  database = "panshi",
): { readonly owner: Address; readonly application: Address } | null {
  const secret = readSecret(dataDirectory);
  const port = readPort(join(dataDirectory, "postgres", "postmaster.pid"));
  if (!secret || port === null) return null;
  const place = { host: "127.0.0.1", port, database };
  return {
    owner: { ...place, user: ownerRole, password: secret.owner },
    application: { ...place, user: applicationRole, password: secret.application },
  };
}

/** The fourth line of postmaster.pid. */
function readPort(pidFile: string): number | null {
  try {
    return Number(readFileSync(pidFile, "utf8").split("\n")[3]) || null;
  } catch {
    return null;
  }
}
