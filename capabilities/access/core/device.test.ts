import { describe, expect, test } from "vitest";
import { deviceWordsOf } from "./device.ts";

describe("登录设备怎么称呼", () => {
  test.each<[string | null, string]>([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0.0.0 Safari/537.36",
      "Windows电脑，Chrome浏览器",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0",
      "Windows电脑，Edge浏览器",
    ],
    [
      "Mozilla/5.0 (Linux; Android 12; M2102K1C) AppleWebKit/537.36 Version/4.0 Chrome/107 Mobile Safari/537.36 MicroMessenger/8.0.42",
      "安卓手机，微信",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 Version/17.1 Mobile/15E148 Safari/604.1",
      "iPhone，Safari浏览器",
    ],
    [
      "Mozilla/5.0 (X11; Linux x86_64) UOS AppleWebKit/537.36 Chrome/96 Safari/537.36",
      "统信电脑，Chrome浏览器",
    ],
    ["curl/8.5.0", "未知设备"],
    ["", "未知设备"],
    [null, "未知设备"],
  ])("%s", (userAgent, words) => expect(deviceWordsOf(userAgent)).toBe(words));
});
