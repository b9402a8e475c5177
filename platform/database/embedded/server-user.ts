import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { StartProblem } from "./problems.ts";

/** As whom PostgreSQL runs. `switches` is false when that is simply the user we are. */
export type ServerUser = { name: string; uid: number; gid: number; switches: boolean };

const listAccounts = (): string[][] =>
  readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));

/** A user's name for people to read; the number when the machine has no name for it. */
export function nameUser(uid: number): string {
  return listAccounts().find((account) => account[2] === String(uid))?.[0] ?? String(uid);
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or else as `nobody`. */
export function chooseServerUser(): Result<ServerUser, StartProblem> {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) {
    return succeed({ name: nameUser(uid), uid, gid: process.getgid?.() ?? 0, switches: false });
  }
  const accounts = listAccounts();
  for (const name of ["postgres", "nobody"]) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account) return succeed({ name, uid: Number(account[2]), gid: Number(account[3]), switches: true });
  }
  return fail({ code: "no-server-user" });
}

/** What a child process needs to run as that user. */
export const spawnAs = (user: ServerUser): { uid?: number; gid?: number } =>
  user.switches ? { uid: user.uid, gid: user.gid } : {};

/** Whether that user can reach a directory: every folder above it must let him through. */
export function canReach(user: ServerUser, directory: string): boolean {
  if (!user.switches) return true;
  return spawnSync("/usr/bin/test", ["-x", directory], { ...spawnAs(user), cwd: "/" }).status === 0;
}
