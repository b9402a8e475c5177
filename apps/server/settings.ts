import { resolve } from "node:path";
import { type IdentityProviderSettings } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { readIdentityProvider, readOrigin } from "./web-settings.ts";

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly dataDirectory: string;
  readonly demo: boolean;
  readonly demoPassword: string | undefined;
  readonly logLevel: string;
  /** The key with which secrets in the database are sealed. */
  readonly keyFile: string;
  /** The key under which the keys of persons are sealed; in several generations. */
  readonly personalKeyFile: string;
  /** As browsers name this system; null: as they name this machine. */
  readonly origin: string | null;
  readonly identityProvider: IdentityProviderSettings | null;
}

/** Where the program itself lies; migrations and the built pages are found from here, whatever the folder of the caller. */
export const programFolder = resolve(import.meta.dirname, "../..");

/** Settings by environment (architecture.md §6); one that cannot be read is told, not guessed. */
export function readSettings(environment: NodeJS.ProcessEnv): Result<Settings, string> {
  const port = Number(environment["PORT"] || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return fail("PORT 应为 0 至 65535 的整数");
  const databaseUrl = environment["DATABASE_URL"] || undefined;
  if (databaseUrl && !/^postgres(?:ql)?:\/\//.test(databaseUrl)) {
    return fail("DATABASE_URL 应形如 postgresql://用户:密码@主机:端口/数据库名");
  }
  const origin = readOrigin(environment["PANSHI_ORIGIN"]);
  if (!origin.ok) return origin;
  const identityProvider = readIdentityProvider(environment);
  if (!identityProvider.ok) return identityProvider;
  const dataDirectory = resolve(environment["PANSHI_DATA_DIR"] || resolve(programFolder, ".data"));
  return succeed({
    port,
    host: environment["HOST"] || "127.0.0.1",
    databaseUrl,
    databaseAppUrl: environment["DATABASE_APP_URL"] || undefined,
    dataDirectory,
    demo: environment["PANSHI_DEMO"] !== "0",
    demoPassword: environment["PANSHI_DEMO_PASSWORD"] || undefined,
    logLevel: environment["PANSHI_LOG_LEVEL"] || "warn",
    keyFile: resolve(environment["PANSHI_KEY_FILE"] || resolve(dataDirectory, "key")),
    personalKeyFile: resolve(
      environment["PANSHI_PERSONAL_KEY_FILE"] || resolve(dataDirectory, "personal-key"),
    ),
    origin: origin.value,
    identityProvider: identityProvider.value,
  });
}
