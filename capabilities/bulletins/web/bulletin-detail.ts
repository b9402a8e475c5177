import type { ResponseOf } from "#platform/http/contract.ts";
import type { getBulletinRoute, listBulletinsRoute } from "../contract.ts";

export type BulletinDetail = ResponseOf<typeof getBulletinRoute>;
export type BulletinPaper = BulletinDetail["document"];
export type PaperBlock = BulletinPaper["blocks"][number];
export type BulletinRow = ResponseOf<typeof listBulletinsRoute>["bulletins"][number];
