import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startProvider, type TestProvider } from "../scenarios/identity-provider.ts";
import { findFreePort, root, waitUntilReady } from "./house.ts";

const run = promisify(execFile);

/** A house as a county would install it: empty, then the three administrators at the console, then the server. */
export interface RealHouse {
  readonly address: string;
  /** First passwords by login name. */
  readonly passwords: Readonly<Record<string, string>>;
  readonly provider: TestProvider;
  close(): Promise<void>;
}

const plan = {
  area: { code: "350188", name: "临川县" },
  administrators: {
    systemAdministrator: { name: "甲一", loginName: "sysadmin" },
    securityAdministrator: { name: "乙二", loginName: "secadmin" },
    auditAdministrator: { name: "丙三", loginName: "audadmin" },
  },
};

export async function openRealHouse(): Promise<RealHouse> {
  const folder = mkdtempSync(join(tmpdir(), "panshi-e2e-real-"));
  const port = await findFreePort();
  // Browsers know passkeys of a name, not of a number.
  const address = `http://localhost:${port}`;
  const provider = await startProvider(`${address}/sign-in/single-sign-on`);
  const secretFile = join(folder, "client-secret");
  writeFileSync(secretFile, provider.clientSecret);
  const environment = {
    ...process.env,
    PORT: String(port),
    PANSHI_DATA_DIR: join(folder, "data"),
    PANSHI_DEMO: "0",
    PANSHI_OIDC_ISSUER: provider.issuer,
    PANSHI_OIDC_CLIENT_ID: provider.clientId,
    PANSHI_OIDC_CLIENT_SECRET_FILE: secretFile,
    PANSHI_OIDC_NAME: "县统一认证平台",
  };
  const planFile = join(folder, "plan.json");
  writeFileSync(planFile, JSON.stringify(plan));
  const command = ["apps/cli/main.ts", "setup", "administrators", "--json", planFile];
  const { stdout } = await run(process.execPath, command, { cwd: root, env: environment });
  const { administrators } = JSON.parse(stdout) as {
    administrators: readonly { loginName: string; password: string }[];
  };
  const server = spawn(process.execPath, ["apps/server/main.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: environment,
  });
  await waitUntilReady(server);
  return {
    address,
    provider,
    passwords: Object.fromEntries(administrators.map(({ loginName, password }) => [loginName, password])),
    close: async () => {
      const ended = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await ended;
      await provider.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
