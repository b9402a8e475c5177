import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { beforeAll, describe, expect, test } from "vitest";
import { platformFolders, roomEntries, rooms, topEntries } from "./rooms.ts";
import { findBrokenRule, type Import } from "./walls.ts";

const root = resolve(import.meta.dirname, "../..");
const trackedOrNew = (): string[] =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\n")
    .filter((path) => path !== "" && existsSync(join(root, path)));

describe("墙：谁可以用谁", () => {
  test.each<[string, string, string, string | null]>([
    [
      "平台不认识业务",
      "platform/http/server.ts",
      "capabilities/tasks/core/index.ts",
      "platform imports only platform",
    ],
    [
      "内核不认识平台",
      "platform/kernel/result.ts",
      "platform/http/problem.ts",
      "kernel imports nothing outside itself",
    ],
    ["没有谁可以引用组装层", "capabilities/tasks/server/a.ts", "apps/server/main.ts", "nothing imports apps"],
    [
      "规则层不碰数据库",
      "capabilities/tasks/core/a.ts",
      "platform/database/index.ts",
      "core uses only the kernel",
    ],
    [
      "网页不碰服务端",
      "capabilities/tasks/web/a.tsx",
      "capabilities/tasks/server/store.ts",
      "web may not use server",
    ],
    [
      "低处的房间不用高处的",
      "capabilities/tasks/server/a.ts",
      "capabilities/bulletins/core/index.ts",
      "a room uses only lower rooms",
    ],
    [
      "别的房间只走门",
      "capabilities/tasks/server/a.ts",
      "capabilities/evidence/server/store.ts",
      "another room is entered through its door",
    ],
    [
      "高处的房间可以用低处的门",
      "capabilities/tasks/server/a.ts",
      "capabilities/evidence/server/index.ts",
      null,
    ],
    ["网页可以用别的房间的约定", "capabilities/tasks/web/a.ts", "capabilities/evidence/contract.ts", null],
  ])("%s", (_name, from, to, rule) => expect(findBrokenRule({ from, to })).toBe(rule));
});

describe("全部源码守墙", () => {
  let imports: Import[] = [];
  let modules = 0;
  beforeAll(async () => {
    const { output } = await cruise(["platform", "capabilities", "apps", "samples", "tests", "benchmarks"], {
      baseDir: root,
      doNotFollow: { path: "node_modules" },
      tsPreCompilationDeps: true,
      enhancedResolveOptions: {
        extensions: [".ts", ".tsx", ".js"],
        exportsFields: ["exports"],
        conditionNames: ["import", "node", "default", "types"],
      },
    });
    const result = output as ICruiseResult;
    modules = result.modules.filter((module) => !module.source.includes("node_modules")).length;
    imports = result.modules.flatMap((module) =>
      module.dependencies
        .filter((dependency) => !dependency.resolved.includes("node_modules") && !dependency.coreModule)
        .map((dependency) => ({ from: module.source, to: dependency.resolved })),
    );
  });

  test("确实看到了模块", () => expect(modules).toBeGreaterThan(100));

  test("没有一处越墙", () => {
    const broken = imports
      .map((each) => ({ ...each, rule: findBrokenRule(each) }))
      .filter((each) => each.rule !== null)
      .map((each) => `${each.rule}: ${each.from} → ${each.to}`);
    expect(broken).toEqual([]);
  });
});

describe("房子里没有无名的抽屉", () => {
  const paths = trackedOrNew();

  test("顶层、平台、房间的每个名字都在表内", () => {
    const tops = new Set(paths.map((path) => path.split("/")[0] ?? ""));
    expect([...tops].filter((name) => !(topEntries as readonly string[]).includes(name))).toEqual([]);
    const folders = readdirSync(join(root, "platform"));
    expect(folders.filter((name) => !(platformFolders as readonly string[]).includes(name))).toEqual([]);
    const found = readdirSync(join(root, "capabilities"));
    expect(found.filter((name) => !(rooms as readonly string[]).includes(name))).toEqual([]);
    for (const room of found) {
      const strange = readdirSync(join(root, "capabilities", room)).filter(
        (name) => !(roomEntries as readonly string[]).includes(name),
      );
      expect({ room, strange }).toEqual({ room, strange: [] });
    }
  });

  test("没有 utils、helpers、common 之类的文件夹，也没有 v2、new、old", () => {
    const drawers =
      /(^|\/)(utils?|helpers?|common|misc|lib|types|shared)(\/|\.ts$)|(^|\/)(v2-|old-|new-)[^/]*\.tsx?$|-(v2|old|new)\.tsx?$/;
    expect(paths.filter((path) => drawers.test(path) && path !== "tools/new-capability.mjs")).toEqual([]);
  });

  test("每个房间都有 README", () => {
    const folders = readdirSync(join(root, "capabilities"));
    expect(folders.filter((room) => !existsSync(join(root, "capabilities", room, "README.md")))).toEqual([]);
  });

  test("测试与源码相邻：每个规则文件夹都有测试", () => {
    const cores = new Set(
      paths.filter((path) => /^capabilities\/[^/]+\/core\//.test(path)).map((path) => dirname(path)),
    );
    const tested = new Set(paths.filter((path) => path.endsWith(".test.ts")).map((path) => dirname(path)));
    expect([...cores].filter((folder) => folder.split("/").length === 3 && !tested.has(folder))).toEqual([]);
  });
});
