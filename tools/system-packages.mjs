import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** What the browser and the document tests need, and the file that shows that it is there. */
const wanted = [
  { name: "chromium", proof: "/usr/bin/chromium" },
  { name: "fonts-noto-cjk", proof: "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc" },
  { name: "libreoffice-writer", proof: "/usr/lib/libreoffice/program/libswlo.so" },
  { name: "libreoffice-calc", proof: "/usr/lib/libreoffice/program/libsclo.so" },
  { name: "poppler-utils", proof: "/usr/bin/pdftotext" },
];

/**
 * As root on Debian installs what is missing. Anyone else goes without: the browser then comes from npm, and the
 * tests that need LibreOffice say that they were skipped.
 */
export function installSystemPackages() {
  const missing = wanted.filter(({ proof }) => !existsSync(proof)).map(({ name }) => name);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    process.stdout.write(`未安装（非 root，不安装系统软件）：${missing.join("、")}\n`);
    return;
  }
  process.stdout.write(`正在安装测试所需的系统软件：${missing.join("、")}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], {
    stdio: ["ignore", "ignore", "inherit"],
    env,
  });
}
