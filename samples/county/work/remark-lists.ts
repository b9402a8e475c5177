import type { ResponsibilityRole } from "#rooms/people/core/index.ts";
import type { TaskOrigin } from "#rooms/tasks/core/index.ts";
import type { Random } from "../random.ts";
import type { SampleUnit } from "../units/unit-seed.ts";
import type { DocumentSpec } from "./content/item-spec.ts";
import { complaints, findings, promises } from "./content/township-problems.ts";
import type { Assignment } from "./issue-list.ts";

type Remark = (typeof promises)[number];

/** A list in which every line belongs to one township. */
interface RemarkList {
  readonly key: string;
  readonly origin: TaskOrigin;
  readonly title: string;
  readonly signedDaysAgo: number;
  readonly document?: DocumentSpec;
  deal(random: Random, townships: readonly SampleUnit[]): Assignment[];
}

const townshipAddressee = "各乡镇党委、街道党工委：";

const promiseDocument: DocumentSpec = {
  title: "清源县党（工）委书记抓基层党建述职评议点评意见整改承诺",
  number: "清党建〔【年】〕3号",
  form: "points",
  addressee: townshipAddressee,
  opening: "根据述职评议会点评意见，各乡镇（街道）向县委作出整改承诺，现予印发，年底对账。",
  closing: ["承诺事项由书记负总责，逾期未完成的在下一年度述职时说明原因。"],
};

const findingDocument: DocumentSpec = {
  title: "关于党建督查发现问题限期整改的通知",
  number: "清组发〔【年】〕11号",
  form: "notice",
  addressee: townshipAddressee,
  opening: "近期，县委组织部采取不打招呼、直接到村的方式开展党建督查。现将发现的问题反馈如下，请限期整改：",
  closing: ["整改情况由县委组织部实地复核，不以材料代替整改。"],
};

export const remarkLists: readonly RemarkList[] = [
  {
    key: "promises",
    origin: "superiorReview",
    title: "述职评议点评意见整改承诺清单（【年】年）",
    signedDaysAgo: 290,
    document: promiseDocument,
    deal: (random, townships) =>
      dealOut(random, townships, {
        remarks: promises,
        role: "firstResponsible",
        dueInDays: [-140, -48, 25],
        count: () => 3,
      }),
  },
  {
    key: "findings",
    origin: "inspection",
    title: "半年党建督查发现问题整改清单",
    signedDaysAgo: 125,
    document: findingDocument,
    deal: (random, townships) =>
      dealOut(random, townships, {
        remarks: findings,
        role: "specificResponsible",
        dueInDays: [-88, -42, -88],
        count: () => random.integer(1, 3),
      }),
  },
  ...(
    [
      [235, -165],
      [130, -62],
      [19, 7],
    ] as const
  ).map(
    ([signedDaysAgo, dueInDays], index): RemarkList => ({
      key: `complaints-${index + 1}`,
      origin: "masses",
      title: `群众反映问题办理清单（第${"一二三".charAt(index)}批）`,
      signedDaysAgo,
      deal: (random, townships) =>
        dealOut(random, townships, {
          remarks: complaints,
          role: "mainResponsible",
          dueInDays: [dueInDays],
          count: () => (random.chance(index === 2 ? 0.6 : 0.9) ? 1 : 0),
        }),
    }),
  ),
];

interface Dealing {
  readonly remarks: readonly Remark[];
  readonly role: ResponsibilityRole;
  readonly dueInDays: readonly number[];
  count(): number;
}

/** Gives every township remarks of its own; the words name the township, so that each is found in the document. */
const dealOut = (random: Random, townships: readonly SampleUnit[], dealing: Dealing): Assignment[] =>
  townships.flatMap((unit) =>
    random
      .shuffle(
        dealing.remarks.filter(([, content]) => unit.kind !== "subdistrict" || !content.includes("村")),
      )
      .slice(0, dealing.count())
      .map(([title, content, proofTitle, proof], index): Assignment => {
        const key = `${unit.key}-${index + 1}`;
        const dueInDays = dealing.dueInDays[index % dealing.dueInDays.length] ?? 0;
        const duty = {
          key,
          title,
          content: `${unit.name}：${content}`,
          target: "问题解决、群众认可",
          measures: "班子集体研究、责任到人、现场核实",
          role: dealing.role,
          dueInDays,
          proofs: [[proofTitle, proof]] as const,
        };
        return { key, receivers: [unit], duty };
      }),
  );
