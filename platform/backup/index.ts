export type { KeyFiles } from "./manifest.ts";
export { describeBackupProblem } from "./problems.ts";
export { restoreBackup } from "./restore-backup.ts";
export { writeBackup } from "./write-backup.ts";
