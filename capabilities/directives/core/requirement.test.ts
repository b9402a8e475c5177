import { describe, expect, test } from "vitest";
import { decompose } from "./index.ts";
import { obliges } from "./modality.ts";

describe("一句话是否提出要求", () => {
  test.each([
    "各村要整顿到位。",
    "必须按期完成。",
    "应当及时更新。",
    "严禁弄虚作假。",
    "确保年底完成。",
    "力争全覆盖。",
    "不得摊派。",
    "务必高度重视。",
    "请各单位于月底前报送。",
    "希望大家抓紧落实。",
    "须报县委备案。",
    "需经乡镇党委同意。",
    "不要搞形式。",
    "要务实重行。",
    "要领导带头。",
    "要求各村每月报送。",
  ])("%s 是", (sentence) => expect(obliges(sentence)).toBe(true));

  test.each([
    "这是一项重要工作。",
    "主要做法有三条。",
    "按照上级要求开展。",
    "工作要点已印发。",
    "只要用心就能办好。",
    "首要的是思想。",
    "这是发展的需要。",
    "群众反响很好。",
    "积极响应号召。",
    "不适应形势。",
    "形成了良好效应。",
    "保障供应。",
    "相应的制度还不健全。",
    "做到应建尽建。",
    "各村争先恐后，要素齐全。",
    "只有健全，才能确保落到一线。",
    "会议纪要和工作纲要已下发。",
    "有的表格要一直催促才能上报。",
    "习近平总书记强调，要大抓基层。",
    "应急处置得当。",
    "申请各类经费三笔。",
    "我们要清醒地看到差距。",
  ])("%s 不是", (sentence) => expect(obliges(sentence)).toBe(false));

  test("学习贯彻讲话精神的要求仍是要求", () => {
    expect(obliges("各村要贯彻习近平总书记强调的精神。")).toBe(true);
    expect(obliges("按照习近平总书记提出的要求，各村必须整改。")).toBe(true);
  });
});

const judged = (text: string): boolean[] => decompose(text).clauses.map(({ requirement }) => requirement);

describe("上文定性质", () => {
  test.each([
    ["要求之下，动词起头即是要求", "下面提两点要求：一是强化督查。二是严格问责。", [false, true, true]],
    ["问题之下是叙述", "当前存在以下问题：一是责任意识不强。二是推进缓慢。", [false, false, false]],
    [
      "目的之下是叙述，虽有要字",
      "今天开会的目的有两个：一是要统一思想；二是要明确任务。",
      [false, false, false],
    ],
    ["他人观点之下是叙述", "习近平总书记提出了许多观点：一是必须从严。二是必须务实。", [false, false, false]],
    [
      "成绩之下是叙述",
      "今年以来取得明显成效：一是组织体系更加健全。二是队伍素质稳步提升。",
      [false, false, false],
    ],
    [
      "叙述之后另起的要求不丢",
      "存在一些问题：一是学习不够。二是作风不实。这些问题，各村要认真整改。",
      [false, false, false, true],
    ],
    ["一要二要本身就是要求", "短板仍然不少。一要抓学习。二要抓队伍。", [false, true, true]],
    ["只有名称的上级条目不是要求", "一、重点任务\n（一）抓学习\n（二）抓队伍", [false, true, true]],
    ["动宾结构的上级条目是要求", "一、强化政治引领\n（一）抓学习\n（二）抓队伍", [true, true, true]],
    [
      "括号里有责任单位就是要求",
      "1.党员教育（责任单位：各支部）\n2.阵地维修（责任单位：各村）",
      [true, true],
    ],
  ])("%s", (_name, text, expected) => expect(judged(text)).toEqual(expected));

  test("叙述不带数量与时限", () => {
    const [clause] = decompose("去年全县新建驿站18个，12月底全部投用。").clauses;
    expect(clause).toMatchObject({ requirement: false, quantities: [], deadlines: [] });
  });
});
