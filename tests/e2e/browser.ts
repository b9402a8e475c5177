import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { inject } from "vitest";

const systemChromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The system's Chromium, else the one that comes from npm. */
export async function launchBrowser(): Promise<Browser> {
  const installed = systemChromium.find((path) => existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: quiet });
  const { default: packed } = await import("@sparticuz/chromium");
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...quiet] });
}

export const wide = { width: 1366, height: 768 } as const;
export const phone = { width: 390, height: 844 } as const;

/** A picture for the eye, kept outside the repository. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const { pictures } = inject("house");
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}
