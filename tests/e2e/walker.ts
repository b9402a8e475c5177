import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { inject } from "vitest";
import { keepPicture, wide } from "./browser.ts";

/** A person at the browser: knows only what stands on the page. */
export interface Walker {
  readonly page: Page;
  /** Signs in and waits for the page on which this person begins. */
  signIn(loginName: string, firstPage?: string): Promise<void>;
  /** Follows an entry of the menu. */
  go(entry: string): Promise<void>;
  press(name: string, within?: Locator): Promise<void>;
  choose(label: string, option: string, within?: Locator): Promise<void>;
  /** Types a day into a field and leaves it, as one does by keyboard. */
  setDay(label: string, day: string, within?: Locator): Promise<void>;
  /** The dialog on top. */
  dialog(): Locator;
  sees(text: string | RegExp): Promise<void>;
  picture(name: string): Promise<void>;
  leave(): Promise<void>;
}

export async function startWalking(
  browser: Browser,
  viewport: { width: number; height: number } = wide,
): Promise<Walker> {
  const { address, password } = inject("house");
  const context: BrowserContext = await browser.newContext({
    viewport,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    acceptDownloads: true,
    baseURL: address,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    // A refusal that the page shows is also written to the console by the browser; faults are something else.
    if (message.type() === "error" && !message.text().includes("status of 4")) faults.push(message.text());
  });
  const dialog = () => page.getByRole("dialog").last();
  return {
    page,
    dialog,
    async signIn(loginName, firstPage = "今天要办什么") {
      await context.clearCookies();
      await page.goto("/sign-in");
      await page.getByLabel("账号").fill(loginName);
      await page.getByLabel("密码", { exact: true }).fill(password);
      await page.getByRole("button", { name: "登录" }).click();
      await page.getByRole("heading", { name: firstPage }).waitFor();
    },
    async go(entry) {
      await page.getByRole("navigation").getByRole("link", { name: entry, exact: true }).first().click();
    },
    async press(name, within) {
      // antd puts a space between two Chinese characters on a button.
      const spaced = name.length === 2 ? new RegExp(`^\\s*${name[0]}\\s?${name[1]}\\s*$`) : name;
      await (within ?? page)
        .getByRole("button", { name: spaced, exact: typeof spaced === "string" })
        .first()
        .click();
    },
    async choose(label, option, within) {
      await (within ?? page).getByLabel(label).first().click();
      await page.locator(".ant-select-dropdown:visible").getByTitle(option, { exact: false }).first().click();
      await page.keyboard.press("Escape");
    },
    async setDay(label, day, within) {
      const field = (within ?? page).getByLabel(label).first();
      await field.fill(day);
      await field.press("Tab");
    },
    sees: async (text) => page.getByText(text).first().waitFor(),
    picture: (name) => keepPicture(page, name),
    async leave() {
      await context.close();
      if (faults.length > 0) throw new Error(`the browser reported faults:\n${faults.join("\n")}`);
    },
  };
}
