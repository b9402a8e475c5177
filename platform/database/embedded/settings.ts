import { totalmem } from "node:os";

export type Settings = Record<string, string | number>;

const megabyte = 1024 * 1024;

const boundMb = (bytes: number, leastMb: number, mostMb: number): string =>
  `${Math.min(mostMb, Math.max(leastMb, Math.floor(bytes / megabyte)))}MB`;

/**
 * For one small machine that also runs the application. Nothing a user typed reaches the log: no
 * statements, no parameters, no row contents.
 */
export function chooseSettings(memoryBytes: number = totalmem()): Settings {
  return {
    shared_buffers: boundMb(memoryBytes / 8, 64, 1024),
    effective_cache_size: boundMb(memoryBytes / 2, 256, 16_384),
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    max_connections: 60,
    max_locks_per_transaction: 128,
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    max_wal_size: "2GB",
    min_wal_size: "128MB",
    checkpoint_timeout: "10min",
    wal_compression: "on",
    random_page_cost: "1.1",
    jit: "off",
    huge_pages: "off",
    idle_in_transaction_session_timeout: "5min",
    TimeZone: "Asia/Shanghai",
    log_timezone: "Asia/Shanghai",
    lc_messages: "C",
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    log_parameter_max_length: 0,
    log_checkpoints: "off",
    password_encryption: "scram-sha-256",
    ssl: "off",
  };
}

/** For tests alone: a crash may lose everything. */
export const throwawaySettings: Settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: 200,
  shared_buffers: "256MB",
};

export const writeSettings = (settings: Settings): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
