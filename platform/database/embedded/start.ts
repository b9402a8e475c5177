import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { Address } from "../connection.ts";
import { type Binaries, findBinaries, tryBinaries } from "./binaries.ts";
import { administrator, checkVersion, clusterExists, createCluster } from "./cluster.ts";
import { type DataDirectory, locateCluster, prepareDataDirectory, readRefusal } from "./data-directory.ts";
import { stopLeftover } from "./leftover.ts";
import { type DataDirectoryLock, lockDataDirectory } from "./lock.ts";
import { type Postmaster, startPostmaster } from "./postmaster.ts";
import type { StartProblem } from "./problems.ts";
import { applicationRole, ownerRole, provision } from "./provision.ts";
import { keepSecret, type Secret } from "./secret.ts";
import { chooseServerUser, type ServerUser } from "./server-user.ts";
import { chooseSettings, type Settings } from "./settings.ts";

export type EmbeddedOptions = {
  dataDirectory: string;
  log: (line: string) => void;
  /** Another PostgreSQL than the one that comes with the program. */
  binDirectory?: string;
  settings?: Settings;
  database?: string;
};

export type EmbeddedPostgres = {
  port: number;
  /** The data directory by its real path, for the files beside the cluster. */
  dataDirectory: string;
  administrator: Address;
  owner: Address;
  application: Address;
  applicationRole: string;
  /** Fulfilled when PostgreSQL is gone, asked or not. */
  exited: Promise<void>;
  stop(): Promise<void>;
};

/** Starts the PostgreSQL of a data directory, making it the first time, and locks the directory. */
export async function startEmbedded(
  options: EmbeddedOptions,
): Promise<Result<EmbeddedPostgres, StartProblem>> {
  const directory = prepareDataDirectory(options.dataDirectory);
  if (!directory.ok) return directory;
  const user = chooseServerUser();
  if (!user.ok) return user;
  let lock: DataDirectoryLock | null = null;
  try {
    const locked = lockDataDirectory(directory.value);
    if (!locked.ok) return locked;
    lock = locked.value;
    const started = await startLocked(directory.value, user.value, options, lock);
    if (!started.ok) lock.release();
    return started;
  } catch (error) {
    lock?.release();
    return fail(readRefusal(directory.value, error));
  }
}

async function startLocked(
  directory: string,
  user: ServerUser,
  options: EmbeddedOptions,
  lock: DataDirectoryLock,
): Promise<Result<EmbeddedPostgres, StartProblem>> {
  const data = locateCluster(directory, user);
  if (!data.ok) return data;
  const binaries = options.binDirectory
    ? tryBinaries(options.binDirectory, user)
    : findBinaries(user, data.value);
  if (!binaries.ok) return binaries;
  const secret = keepSecret(directory, clusterExists(data.value.cluster));
  if (!secret.ok) return secret;
  const settings = { ...chooseSettings(), ...options.settings };
  const ready = await readyCluster(data.value, binaries.value, user, {
    password: secret.value.administrator,
    durable: settings["fsync"] === "on",
    log: options.log,
  });
  if (ready) return fail(ready);
  const postmaster = await startPostmaster({
    data: data.value,
    binaries: binaries.value,
    user,
    settings,
    log: options.log,
  });
  if (!postmaster.ok) return postmaster;
  return succeed(
    await enter(directory, postmaster.value, secret.value, { lock, database: options.database }),
  );
}

/** A whole cluster with nobody at work in it; null when that is so. */
async function readyCluster(
  data: DataDirectory,
  binaries: Binaries,
  user: ServerUser,
  wanted: { password: string; durable: boolean; log: (line: string) => void },
): Promise<StartProblem | null> {
  if (!clusterExists(data.cluster)) {
    const created = await createCluster({ data, ...wanted }, binaries, user);
    return created.ok ? null : created.problem;
  }
  return checkVersion(data.cluster, binaries) ?? (await stopLeftover(data.cluster, wanted.log));
}

async function enter(
  directory: string,
  postmaster: Postmaster,
  secret: Secret,
  { lock, database = "panshi" }: { lock: DataDirectoryLock; database: string | undefined },
): Promise<EmbeddedPostgres> {
  const host = postmaster.socketDirectory ?? "127.0.0.1";
  const place = { host, port: postmaster.port, database };
  const admin = { ...place, database: "postgres", user: administrator, password: secret.administrator };
  let stopping: Promise<void> | null = null;
  const stop = () => (stopping ??= postmaster.stop().finally(() => lock.release()));
  try {
    await provision(admin, database, secret);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port: postmaster.port,
    dataDirectory: directory,
    administrator: admin,
    owner: { ...place, user: ownerRole, password: secret.owner },
    application: { ...place, user: applicationRole, password: secret.application },
    applicationRole,
    exited: postmaster.exited,
    stop,
  };
}
