import { openRandom } from "../random.ts";

export interface TownshipName {
  readonly key: string;
  readonly name: string;
  readonly kind: "township" | "subdistrict";
}

/** Three subdistricts, eight towns and four townships, in protocol order. */
export const townshipNames: readonly TownshipName[] = [
  { key: "linshui", name: "临水街道", kind: "subdistrict" },
  { key: "dongling", name: "东岭街道", kind: "subdistrict" },
  { key: "hewan", name: "河湾街道", kind: "subdistrict" },
  { key: "liushu", name: "柳树镇", kind: "township" },
  { key: "shiqiao", name: "石桥镇", kind: "township" },
  { key: "qingyang", name: "青杨镇", kind: "township" },
  { key: "baita", name: "白塔镇", kind: "township" },
  { key: "shuanghe", name: "双河镇", kind: "township" },
  { key: "qingquan", name: "清泉镇", kind: "township" },
  { key: "nanping", name: "南坪镇", kind: "township" },
  { key: "songling", name: "松岭镇", kind: "township" },
  { key: "yunfeng", name: "云峰乡", kind: "township" },
  { key: "taolin", name: "桃林乡", kind: "township" },
  { key: "zhuyuan", name: "竹园乡", kind: "township" },
  { key: "dawan", name: "大湾乡", kind: "township" },
];

const sides = [..."上下东西南北前后大小新老中长"];
const grounds = [..."河沟岭湾坪塘坡坝洼梁峪泉台滩"];
const families = [..."李王张赵刘孙周吴郑冯陈杨徐何郭马"];
const settlements = ["家庄", "家屯", "家沟", "家湾", "家岭", "家坪", "家营"];
const blessings = [
  ..."安康 永安 和顺 锦绣 春晖 百合 翠湖 书香 紫荆 银杏 丹桂 梧桐 金穗 朝晖 望江 听泉".split(" "),
  ..."怡园 兴华 文汇 德馨 惠民 同心 康乐 景明 清源 荷塘 枫林 玉兰 松柏 海棠 石榴 向阳".split(" "),
  ..."迎春 和美 长乐 福临 明珠 嘉园 瑞祥 新城 平湖 碧水 南苑 北苑 星河 曙光 团结 光明 学府 云溪 绿洲 怡景 广厦 静安".split(
    " ",
  ),
];

/** The names of villages, dealt out in one order for every size of the county: no two villages share one. */
const villageNames: readonly string[] = openRandom("village names").shuffle([
  ...sides.flatMap((side) => grounds.map((ground) => side + ground)),
  ...families.flatMap((family) => settlements.map((settlement) => family + settlement)),
]);

const communityNames: readonly string[] = openRandom("community names").shuffle(blessings);

/** The names kept for one township: twenty villages; ten communities in a subdistrict, two elsewhere. */
export function namesKeptFor(township: TownshipName): { villages: string[]; communities: string[] } {
  const place = townshipNames.indexOf(township);
  const communitiesFrom = place < 3 ? place * 10 : 30 + (place - 3) * 2;
  return {
    villages: villageNames.slice(place * 20, place * 20 + 20),
    communities: communityNames.slice(communitiesFrom, communitiesFrom + (place < 3 ? 10 : 2)),
  };
}

export const hamletNames =
  "东头 西头 南组 北组 河东 河西 前街 后街 老院 新院 上组 下组 桥头 井台 坝上 林场".split(" ");
