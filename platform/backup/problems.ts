export type BackupProblem =
  | { readonly code: "folder-in-use"; readonly folder: string }
  | { readonly code: "nothing-to-back-up" }
  | { readonly code: "file-damaged"; readonly path: string }
  | { readonly code: "key-missing"; readonly path: string };

export type RestoreProblem =
  | { readonly code: "no-manifest"; readonly folder: string }
  | { readonly code: "manifest-changed" }
  | { readonly code: "unknown-format" }
  | { readonly code: "part-missing"; readonly path: string }
  | { readonly code: "part-changed"; readonly path: string }
  | { readonly code: "other-migrations"; readonly backup: string; readonly database: string }
  | { readonly code: "database-not-empty"; readonly table: string }
  | { readonly code: "key-differs"; readonly path: string }
  | { readonly code: "restored-differs"; readonly table: string };

type Describers<Problem extends { readonly code: string }> = {
  readonly [Code in Problem["code"]]: (problem: Extract<Problem, { readonly code: Code }>) => string;
};

const describers: Describers<BackupProblem | RestoreProblem> = {
  "folder-in-use": ({ folder }) => `文件夹 ${folder} 不是空的，没有备份。请另选一个空文件夹。`,
  "nothing-to-back-up": () => "数据库中还没有地区，没有可备份的内容。",
  "file-damaged": ({ path }) => `文件 ${path} 的内容与其摘要不符，已经损坏，备份没有完成。`,
  "key-missing": ({ path }) => `密钥文件 ${path} 读不到，备份没有完成。`,
  "no-manifest": ({ folder }) => `${folder} 中没有完整的备份清单：不是备份，或者备份没有做完。`,
  "manifest-changed": () => "备份清单与其摘要不符：清单被截断或改动，没有恢复。",
  "unknown-format": () => "备份的格式不是本程序能读的，没有恢复。",
  "part-missing": ({ path }) => `备份缺少文件 ${path}，没有恢复。`,
  "part-changed": ({ path }) => `备份中的文件 ${path} 被改动或损坏，没有恢复。`,
  "other-migrations": ({ backup, database }) =>
    `备份的数据库版本（${backup}）与本程序的（${database}）不同，没有恢复。请用做备份时的那一版程序恢复，再升级。`,
  "database-not-empty": ({ table }) =>
    `数据库不是空的（${table} 已有数据），没有恢复。请指定空的数据目录或空库。`,
  "key-differs": ({ path }) => `密钥文件 ${path} 已存在且与备份中的不同，没有恢复。`,
  "restored-differs": ({ table }) => `恢复后的 ${table} 与备份不一致，已全部撤回。`,
};

export const describeBackupProblem = (problem: BackupProblem | RestoreProblem): string =>
  describers[problem.code](problem as never);
