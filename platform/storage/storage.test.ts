import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { digestOf, openLocalStorage } from "./storage.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "panshi-存储 "));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
    : [];

describe("文件按指纹存放", () => {
  test("路径含空格和汉字，存什么取什么，同样的内容只存一份", async () => {
    const storage = openLocalStorage(join(folder, "文件 一"));
    const bytes = Buffer.from("会议记录");
    const saved = await Promise.all([storage.save(bytes), storage.save(bytes), storage.save(bytes)]);
    expect(new Set(saved)).toEqual(new Set([digestOf(bytes)]));
    expect(filesIn(join(folder, "文件 一"))).toEqual([digestOf(bytes)]);
    const stream = await storage.read(digestOf(bytes));
    expect(stream && (await text(stream))).toBe("会议记录");
    expect(await storage.read("../../etc/passwd")).toBeNull();
  });

  test("上次被强行杀死留下的半截文件，过后清掉；正在写的不动", async () => {
    const place = join(folder, "半截");
    const unfinished = join(place, "unfinished");
    mkdirSync(unfinished, { recursive: true });
    for (const name of ["旧", "新"]) writeFileSync(join(unfinished, name), "半");
    utimesSync(join(unfinished, "旧"), new Date("2020-01-01"), new Date("2020-01-01"));
    const storage = openLocalStorage(place);
    await storage.save(Buffer.from("整份"));
    await vi.waitFor(() => expect(readdirSync(unfinished)).toEqual(["新"]));
  });

  test("目录不能写入，说明是目录的事", async () => {
    writeFileSync(join(folder, "不是目录"), "");
    const storage = openLocalStorage(join(folder, "不是目录"));
    await expect(storage.save(Buffer.from("甲"))).rejects.toMatchObject({ code: "storage-not-writable" });
  });

  test("写到一半磁盘写不下了，说明已满，半截文件不留下", () => {
    const place = join(folder, "满");
    // A limit on the size of a file refuses in the middle of a write, as a full disk does.
    const script = `
      import { openLocalStorage } from ${JSON.stringify(join(import.meta.dirname, "storage.ts"))};
      const outcome = await openLocalStorage(${JSON.stringify(place)}).save(Buffer.alloc(4_000_000, "x"))
        .then(() => "saved", (error) => error.code);
      console.log(outcome);`;
    const command = `trap '' XFSZ; ulimit -f 512; exec "$0" --input-type=module -e "$1"`;
    const { stdout } = spawnSync("bash", ["-c", command, process.execPath, script], { encoding: "utf8" });
    expect(stdout.trim()).toBe("storage-full");
    expect(filesIn(place)).toEqual([]);
  });
});
