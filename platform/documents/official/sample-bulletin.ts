import { plainDate } from "#platform/kernel/plain-date.ts";
import type { OfficialDocument } from "./official-document.ts";

const towns = [..."东西南北中上下前后左右新"].map((sign) => `${sign}河镇`);

/** A made-up document with everything in it, for tests. */
export const sampleBulletin: OfficialDocument = {
  notice: "演示数据，纯属虚构",
  urgency: "特急",
  issuerMark: "中共清源县委组织部文件",
  documentNumber: "清组通〔2026〕6号",
  title: "关于2026年第三季度全县基层党建重点任务落实情况的通报",
  addressees: "各乡镇党委，县直各单位党组织",
  blocks: [
    { kind: "paragraph", text: "现将第三季度重点任务落实情况通报如下。" },
    { kind: "heading", level: 1, text: "一、总体情况" },
    { kind: "heading", level: 2, text: "（一）任务落实。", body: "共下达任务418项，按期完成387项。" },
    {
      kind: "table",
      caption: "各乡镇得分及排名",
      columns: [{ title: "名次" }, { title: "乡镇", widthShare: 2, alignment: "left" }, { title: "总分" }],
      rows: towns.map((town, index) => [String(index + 1), town, (98.5 - index).toFixed(1)]),
    },
    { kind: "heading", level: 1, text: "二、下一步要求" },
    { kind: "list", items: ["逐项明确责任人和时限。", "于10月底前报送整改情况。"] },
  ],
  attachments: [
    {
      title: "问题清单",
      blocks: [
        {
          kind: "table",
          columns: [{ title: "序号" }, { title: "问题", widthShare: 4, alignment: "left" }],
          rows: Array.from({ length: 60 }, (_value, index) => [
            String(index + 1),
            "会议记录不规范，未按时完成整改。",
          ]),
        },
      ],
    },
    { title: "整改要求" },
  ],
  signatory: "中共清源县委组织部",
  date: plainDate("2026-10-12"),
  copyTo: "市委组织部，县委办公室、县人大常委会办公室、县政府办公室、县政协办公室",
  printer: "中共清源县委组织部办公室",
  printedOn: plainDate("2026-10-13"),
};
