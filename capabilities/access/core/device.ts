/** First match wins: every Chromium calls itself Chrome and Safari as well. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, "微信"],
  [/DingTalk/i, "钉钉"],
  [/QQBrowser/i, "QQ浏览器"],
  [/QIHU|360SE|360EE/i, "360浏览器"],
  [/QAXBrowser|QianXin/i, "奇安信浏览器"],
  [/Edg\//, "Edge浏览器"],
  [/Firefox\//, "火狐浏览器"],
  [/Chrome\//, "Chrome浏览器"],
  [/Safari\//, "Safari浏览器"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, "鸿蒙设备"],
  [/Android/i, "安卓手机"],
  [/iPad/i, "iPad"],
  [/iPhone/i, "iPhone"],
  [/UOS|uniontech/i, "统信电脑"],
  [/Kylin/i, "麒麟电脑"],
  [/Windows/i, "Windows电脑"],
  [/Mac OS X|Macintosh/i, "苹果电脑"],
  [/Linux/i, "Linux电脑"],
];

const find = (table: readonly (readonly [RegExp, string])[], userAgent: string): string | undefined =>
  table.find(([sign]) => sign.test(userAgent))?.[1];

/** What a person recognizes a session by: "Windows电脑，Chrome浏览器". A guess from what the browser says of itself. */
export function deviceWordsOf(userAgent: string | null): string {
  const words = [find(systems, userAgent ?? ""), find(browsers, userAgent ?? "")].filter(
    (word) => word !== undefined,
  );
  return words.length === 0 ? "未知设备" : words.join("，");
}
