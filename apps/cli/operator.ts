import { userInfo } from "node:os";

/** As whom the console acts on record. */
export const operator = (): string => `控制台（${userInfo().username}）`;
