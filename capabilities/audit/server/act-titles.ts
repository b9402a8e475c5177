import type { ActTitles, Endpoint } from "#platform/http/index.ts";

/** What console commands record; they are no endpoints and say it here. */
const consoleActs: ActTitles = {
  "access.createAccount": "在控制台建立账号",
  "audit.archive": "归档审计记录",
  "audit.removeArchived": "移除已归档的审计记录",
  "contact.rotateKeys": "轮换个人信息密钥",
};

/** "一个事项：内容、经过、佐证" → "一个事项": what comes after explains the interface to programmers. */
const headOf = (summary: string): string => summary.split(/[：，；（]/)[0] ?? summary;

/** Every act that may stand in the audit with its Chinese title; a refused attempt stands under its route. */
export const collectActTitles = (endpoints: readonly Endpoint[]): ActTitles =>
  Object.assign(
    { ...consoleActs },
    ...endpoints.map(({ route, records }) => ({ [route.id]: headOf(route.summary), ...records })),
  ) as ActTitles;
