// Runs under any Node from 18 on and needs no package: it is what fetches them.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants as systemConstants } from "node:os";
import { delimiter, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

const inRoot = (path) => resolve(root, path);
const marker = inRoot("node_modules/.panshi-lock");
const oldestMajor = 24;

/** Progress goes to stderr: the answer of a command alone belongs on stdout. */
export const tell = (line) => void process.stderr.write(`${line}\n`);

export function refuse(line) {
  tell(line);
  process.exit(1);
}

/** Installs the packages of the lock file when they are missing or others, and gives the Node to go on with. */
export function ensureReady() {
  const lock = readFileSync(inRoot("package-lock.json"));
  const wanted = createHash("sha256").update(lock).digest("hex");
  if (readOr(marker, "").trim() !== wanted) {
    const isInstalled = () => matchesInstalled(JSON.parse(lock.toString()));
    if (!isInstalled()) oneAtATime(() => isInstalled() || install());
    remember(wanted);
  }
  return findNode();
}

function readOr(path, fallback) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return fallback;
  }
}

/** Whether npm's own record of what it installed holds every package of the lock file, whoever ran it. */
function matchesInstalled(lock) {
  const record = readOr(inRoot("node_modules/.package-lock.json"), "");
  if (record === "") return false;
  const installed = JSON.parse(record).packages ?? {};
  return Object.entries(lock.packages).every(
    ([path, { version, optional, link }]) =>
      path === "" || optional || link || installed[path]?.version === version,
  );
}

/** Of two starts at once on a bare checkout one installs and the other waits; a lock whose holder is gone is none. */
function oneAtATime(act) {
  const lock = inRoot(".build/installing");
  while (!takeLock(lock)) {
    const holder = Number(readOr(lock, "0"));
    if (isAlive(holder)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    else rmSync(lock, { force: true });
  }
  try {
    act();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** True as well where no lock can be written: whoever may not write here will be told by what he is about to do. */
function takeLock(lock) {
  try {
    mkdirSync(dirname(lock), { recursive: true });
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    return error.code !== "EEXIST";
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function install() {
  const parent = existsSync(inRoot("node_modules")) ? inRoot("node_modules") : root;
  if (!isWritable(parent))
    refuse(`依赖包需要安装，但当前用户不能写入 ${parent}。请由该目录的所有者先执行一次 npm ci。`);
  const startedAt = Date.now();
  tell("正在安装依赖包（首次约需一分钟）……");
  // A registry mirror may lack packages of platforms other than ours; `ci` then finds the lock file wanting,
  // while `install --no-save` keeps to it all the same.
  const clean = runNpm(["ci"], "ignore");
  const failure = clean && runNpm(["install", "--no-save"], "inherit");
  if (failure) refuse(`依赖包安装失败（${failure}）。请检查网络或 npm 源后重试。`);
  tell(`依赖包已安装，用时 ${Math.round((Date.now() - startedAt) / 1000)} 秒。`);
}

/** Null when npm succeeded, or else how it failed. */
function runNpm(command, stderr) {
  // npm's launcher is known when npm started us; its own Node, too, outlives the folder it replaces.
  const { npm_execpath: npm, npm_node_execpath: npmNode = process.execPath } = process.env;
  const [program, ...head] = npm?.endsWith(".js") ? [npmNode, npm] : ["npm"];
  // No install scripts: nothing here needs them. NODE_ENV=production would leave out what builds the pages.
  const words = ["--ignore-scripts", "--include=dev", "--include=optional", "--loglevel=error"];
  const { status, error } = spawnSync(program, [...head, ...command, ...words], {
    cwd: root,
    stdio: ["ignore", "ignore", stderr],
  });
  return status === 0 ? null : (error?.message ?? `npm 退出码 ${status}`);
}

function isWritable(path) {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Only saves the comparison next time; a folder of another user is left as it is. */
function remember(wanted) {
  try {
    writeFileSync(marker, `${wanted}\n`);
  } catch {}
}

/** The pinned Node that came with the packages; where it cannot run (musl), the host's, when new enough. */
function findNode() {
  const pinned = inRoot(`node_modules/node-linux-${process.arch}/bin/node`);
  if (existsSync(pinned) && spawnSync(pinned, ["--version"]).status === 0) return pinned;
  const [major] = process.versions.node.split(".");
  if (Number(major) >= oldestMajor) return process.execPath;
  return refuse(
    `本机 Node 版本是 ${process.versions.node}，而附带的 Node ${oldestMajor} 不能在本机运行。请安装 Node ${oldestMajor} 或更新的版本。`,
  );
}

/** The environment in which `node` and the packages' commands are the pinned ones. */
export const pinnedEnvironment = (node) => ({
  ...process.env,
  PATH: [dirname(node), inRoot("node_modules/.bin"), process.env.PATH ?? ""].join(delimiter),
});

/** Runs a program in our place: its output, its exit code, and every signal sent to us are its own. */
export function become(node, entry, args) {
  const child = spawn(node, [inRoot(entry), ...args], { stdio: "inherit", env: pinnedEnvironment(node) });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      // Ctrl-C in a terminal has reached the child already.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  followNpm(child);
  child.on("error", (error) => refuse(`无法运行 ${entry}：${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (systemConstants.signals[signal] ?? 0)));
}

/** An npm that was killed outright could not pass the signal on: what it started ends all the same. */
function followNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const isNpm = (pid) => readOr(`/proc/${pid}/cmdline`, "").startsWith("npm");
  // Between npm and us there may be a shell.
  const shellsParent = readOr(`/proc/${process.ppid}/stat`, "").split(") ").at(-1)?.split(" ")[1];
  const npm = [process.ppid, shellsParent].find(isNpm);
  if (npm) setInterval(() => isNpm(npm) || child.kill("SIGTERM"), 300).unref();
}

/** `node tools/ensure.mjs ENTRY …`: ready everything, then run ENTRY. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const node = ensureReady();
  const [entry, ...args] = process.argv.slice(2);
  if (entry) become(node, entry, args);
}
