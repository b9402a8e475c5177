import { describe, expect, test } from "vitest";
import { type BuiltParts, buildDocx, defineList, numbered, paragraph } from "./built-docx.ts";
import { readDocumentText } from "./read-document.ts";

async function read(parts: BuiltParts): Promise<readonly string[]> {
  const result = await readDocumentText(buildDocx(parts), "通知.docx");
  if (!result.ok) throw new Error(result.problem.code);
  expect(result.value).toMatchObject({ format: "docx", encoding: null });
  return result.value.text.split("\n");
}

const run = (content: string, properties = ""): string => `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`;
const text = (words: string): string => `<w:t>${words}</w:t>`;
const inParagraph = (content: string): string => `<w:p>${content}</w:p>`;
const cell = (content: string): string => `<w:tc>${content}</w:tc>`;

describe("读取 .docx：一段一行", () => {
  test("空段也占一行，段内空格保留", async () => {
    expect(await read({ body: `${paragraph("标题")}<w:p/>${paragraph("　　一、总体要求")}` })).toEqual([
      "标题",
      "",
      "　　一、总体要求",
    ]);
  });

  test.each([
    ["分成几截的一句话", run(text("加强")) + run(text("组织")) + run(text("建设")), "加强组织建设"],
    [
      "删除的修订不要，插入的修订保留",
      `<w:del>${run("<w:delText>旧</w:delText>")}</w:del><w:ins>${run(text("新"))}</w:ins>`,
      "新",
    ],
    [
      "移走的不要，移来的保留",
      `<w:moveFrom>${run(text("甲"))}</w:moveFrom><w:moveTo>${run(text("乙"))}</w:moveTo>`,
      "乙",
    ],
    ["超链接里的字", `<w:hyperlink>${run(text("附件"))}</w:hyperlink>`, "附件"],
    ["域的结果留下，域代码不要", run("<w:instrText>PAGE</w:instrText>") + run(text("3")), "3"],
    [
      "隐藏文字不要",
      run(text("看不见"), "<w:vanish/>") + run(text("看得见"), '<w:vanish w:val="0"/>'),
      "看得见",
    ],
    ["制表符与不间断连字符", run(`${text("1")}<w:tab/>${text("2")}<w:noBreakHyphen/>${text("3")}`), "1\t2-3"],
    [
      "注音只留正文",
      `<w:ruby><w:rt>${run(text("qīng"))}</w:rt><w:rubyBase>${run(text("清"))}</w:rubyBase></w:ruby>`,
      "清",
    ],
    ["符号字体里的带圈数字", run('<w:sym w:font="Wingdings" w:char="F081"/>') + run(text("任务")), "①任务"],
    [
      "内容控件",
      `<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>${run(text("控件"))}</w:sdtContent></w:sdt>`,
      "控件",
    ],
    ["实体与字符引用", run(text("A&amp;B &#x4E00; &lt;C&gt;")), "A&B 一 <C>"],
  ])("%s", async (_name, content, expected) => {
    expect(await read({ body: inParagraph(content) })).toEqual([expected]);
  });

  test.each([
    ["题目中的换行直接相接", ["关于加强", "基层党建的通知"], "关于加强基层党建的通知"],
    ["英文数字之间留一空格", ["version 2", "0 draft"], "version 2 0 draft"],
    ["没有句号的小标题后遇到编号", ["一、组织建设", "（一）选好带头人"], "一、组织建设 （一）选好带头人"],
    ["句号之后的编号", ["已经部署。", "二是抓落实"], "已经部署。二是抓落实"],
  ])("段内换行不另起一行：%s", async (_name, parts, expected) => {
    const content = parts.map((part) => text(part)).join("<w:br/>");
    expect(await read({ body: inParagraph(run(content)) })).toEqual([expected]);
  });

  test("段落标记被删除的两段合成一段", async () => {
    const first = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run(text("前半"))}</w:p>`;
    expect(await read({ body: first + paragraph("后半") })).toEqual(["前半后半"]);
  });

  test("表格逐行逐格，含嵌套表格，已删除的行不要", async () => {
    const inner = `<w:tbl><w:tr>${cell(paragraph("内"))}</w:tr></w:tbl>`;
    const table = `<w:tbl><w:tr>${cell(paragraph("甲"))}${cell(paragraph("乙") + inner)}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${cell(paragraph("删"))}</w:tr><w:tr>${cell(paragraph("丙") + paragraph("丁"))}</w:tr></w:tbl>`;
    expect(await read({ body: paragraph("前") + table + paragraph("后") })).toEqual([
      "前",
      "甲",
      "乙",
      "内",
      "丙",
      "丁",
      "后",
    ]);
  });

  test("文本框只读一份，排在所在段之后", async () => {
    const box = `<w:txbxContent>${paragraph("框内")}</w:txbxContent>`;
    const drawing = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(await read({ body: inParagraph(run(drawing) + run(text("正文"))) })).toEqual(["正文", "框内"]);
  });
});

describe("读取 .docx：自动编号写进正文", () => {
  const habits = defineList(1, [
    ["chineseCountingThousand", "%1、"],
    ["chineseCountingThousand", "（%2）"],
    ["decimal", "%3."],
    ["decimalEnclosedCircle", "%4"],
  ]);

  test("四级编号，上级一动下级重新起", async () => {
    const body = [
      numbered("组织", 1, 0),
      numbered("支部", 1, 1),
      numbered("书记", 1, 2),
      numbered("细则", 1, 3),
      numbered("书记", 1, 2),
      numbered("党员", 1, 1),
      numbered("队伍", 1, 0),
      numbered("储备", 1, 1),
      numbered("储备", 1, 2),
    ].join("");
    expect(await read({ body, numbering: habits })).toEqual([
      "一、组织",
      "（一）支部",
      "1.书记",
      "① 细则",
      "2.书记",
      "（二）党员",
      "二、队伍",
      "（一）储备",
      "1.储备",
    ]);
  });

  test("多级数字编号与正文之间留空格", async () => {
    const numbering = defineList(2, [
      ["decimal", "%1"],
      ["decimal", "%1.%2"],
    ]);
    const body = numbered("2026年任务", 2, 0) + numbered("2026年目标", 2, 1) + numbered("再次", 2, 1);
    expect(await read({ body, numbering })).toEqual(["1 2026年任务", "1.1 2026年目标", "1.2 再次"]);
  });

  test("另一实例重新起编，未重新起编的接着数", async () => {
    const numbering = `${defineList(1, [["decimal", "%1、"]])}<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`;
    const body = [1, 1, 2, 2, 3].map((list) => numbered("事", list)).join("");
    expect(await read({ body, numbering })).toEqual(["1、事", "2、事", "1、事", "2、事", "3、事"]);
  });

  test("编号由样式带来，含样式继承和按样式定级", async () => {
    const numbering = `<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="H1"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="H2"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>`;
    const list = '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>';
    const styles = `<w:style w:type="paragraph" w:styleId="H1">${list}</w:style><w:style w:type="paragraph" w:styleId="H2">${list}</w:style><w:style w:type="paragraph" w:styleId="H1b"><w:basedOn w:val="H1"/></w:style>`;
    const styled = (words: string, style: string, more = ""): string =>
      paragraph(words, `<w:pStyle w:val="${style}"/>${more}`);
    const body =
      styled("甲", "H1") +
      styled("乙", "H2") +
      styled("丙", "H1b") +
      styled("不编号", "H1", '<w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await read({ body, numbering, styles })).toEqual(["一、甲", "（一）乙", "二、丙", "不编号"]);
  });

  test("从指定数起编、法律式编号、项目符号不算编号", async () => {
    const numbering = `<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>${defineList(8, [["bullet", "\uf0b7"]])}`;
    const body = numbered("总则", 7) + numbered("目的", 7, 1) + numbered("要点", 8);
    expect(await read({ body, numbering })).toEqual(["第五条 总则", "5.1 目的", "要点"]);
  });
});
