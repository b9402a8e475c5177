import type { Tx } from "#platform/database/index.ts";
import type { Factor } from "../core/index.ts";
import { findAuthenticator, listPasskeys } from "./store/factor.ts";

/** The second factors that an account has. */
export async function listFactors(tx: Tx, areaCode: string, accountId: string): Promise<readonly Factor[]> {
  const passkeys = await listPasskeys(tx, areaCode, accountId);
  const authenticator = await findAuthenticator(tx, areaCode, accountId);
  return [
    ...passkeys.map(({ id }) => ({ id, kind: "passkey" }) as const),
    ...(authenticator ? [{ id: authenticator.id, kind: "authenticator" } as const] : []),
  ];
}
