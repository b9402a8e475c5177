import type { Organization, Role } from "./clause.ts";
import { findMatches } from "./matches.ts";

const longestName = 40;
const organization =
  /(党委|党组|党工委|工委|纪委|监委|政法委|团委|党总支|总支|党支部|支部|党组织|组织部|宣传部|统战部|社会工作部|部门|党校|单位|乡镇|街道|社区|村|村（社区）|企业|学校|中小学|医院|局|办|办公室|委员会|指导站|小组|专班|站所|机关|科室|股室|镇|乡|县|区|系统|公司|协会|中心|总工会|妇联|团县委|县委|市委|区委|镇党委|政府|办事处|领导班子|党群部门|行业主管部门|（党委）|（党组）|\(党委\)|\(党组\)|（街道）|（社区）|（部门）|（总支）|[）省市县区州旗镇乡]委|“两委”|两委)$/;
const notSubject =
  /^(对|在|把|以|从|向|按|将|要|通过|为|围绕|根据|结合|使|让|是|有|与|就|不|并|依|凡|如|由|当|于|其中)/;
const leadingWords =
  /^(会后|今后|同时|另外|特别是|尤其是|所以|因此|因而|其中|为此|下一步|接下来|此外|与此同时|希望|请|凡|但|而)/;
const subjectPattern =
  /(?:^|[，。；：！？、\s])([^，。；：！？“”"\s]{2,40}?)(?:都|均|也|还|更|一定|同时|切实|务|就|则|必须|自觉|主动|坚决|要进一步|进一步|首先|定期|认真)*(?:要|必须|务必|应当|应该|应|须|不得|负责(?!人)|牵头)/g;

const bindsSomebody = /要|必须|务必|应|须|不得|负责|牵头/;
const assistPattern = /(?:^|[，；])([^，。；：！？]{2,20}?)(?:积极|密切)?(?:配合|协助)(?=[，。；]|$)/g;
const byPattern = /由([^，。；：！？]{2,30}?)(牵头|负责(?!人)|组织实施|具体负责)/g;
const agentPattern =
  /由([^，。；：！？]{2,16}?)(?=对|报|会同|按|根据|进行|予以|研究|审|统一|汇总|将|把|每|在|于|及时|定期)/g;

/** 各街道、社区 → two names; the pieces keep the words of the source. */
export function splitNames(names: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= names.length; at++) {
    const char = names[at] ?? "、";
    if (char === "（" || char === "(") depth++;
    if (char === "）" || char === ")") depth = Math.max(0, depth - 1);
    if (depth > 0 || !"、，,；; \u3000".includes(char)) continue;
    const name = names.slice(start, at).trim();
    if (name !== "") parts.push(name);
    start = at + 1;
  }
  return parts;
}

/** The units that a sentence's modal binds: 各街道、社区要…, 由组织部门牵头. */
export function readSubjects(sentence: string): Organization[] {
  const found: Organization[] = [];
  for (const match of bindsSomebody.test(sentence) ? findMatches(subjectPattern, sentence) : []) {
    const start = match.index + match[0].indexOf(match[1] as string);
    const names = subjectAt(sentence, start, match[1] as string);
    const verb = match[0].endsWith("牵头") ? "lead" : "responsible";
    for (const text of names) found.push({ text, role: verb });
  }
  for (const match of sentence.includes("配合") || sentence.includes("协助")
    ? findMatches(assistPattern, sentence)
    : []) {
    for (const text of splitNames(match[1] as string)) if (isUnit(text)) found.push({ text, role: "assist" });
  }
  const names = sentence.includes("由");
  for (const match of names ? findMatches(byPattern, sentence) : []) {
    const role: Role = match[2] === "牵头" ? "lead" : "responsible";
    for (const text of splitNames(match[1] as string)) {
      if (organization.test(text)) found.push({ text, role });
    }
  }
  for (const match of names ? findMatches(agentPattern, sentence) : []) {
    const text = match[1] as string;
    if (isUnit(text)) found.push({ text, role: "responsible" });
  }
  return dropRepeated(found);
}

const trades = /^[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8}){1,7}等(?:有关|相关|职能)?(?:部门|单位|行业)$/;

/** Takes the names joined by 、 before the one the modal follows; all must be units. */
function subjectAt(sentence: string, start: number, last: string): string[] {
  let from = start;
  while (from > 0 && start - from < longestName && !/[，。；：！？]/.test(sentence[from - 1] as string))
    from--;
  const names = (sentence.slice(from, start) + last).replace(leadingWords, "");
  const parts = splitNames(names).flatMap(splitJoined);
  if (parts.every(isUnit)) return parts;
  // 民政、农业农村等部门: trades, which are units only together.
  return trades.test(names) ? [names] : [];
}

/** 县委组织部和各乡镇党委 are two units; in 各有关地区和部门 the second has no name of its own. */
export function splitJoined(name: string): string[] {
  const parts = name.split(/(?<=[部委局会道区村镇织位门组院府办])[和与及](?=.)/);
  return parts.length > 1 && parts.every((part) => part.length > 2 && isUnit(part)) ? parts : [name];
}

const isUnit = (name: string): boolean =>
  name.length <= longestName &&
  (organization.test(name) || organization.test(name.replace(/[（(][^（()）]{1,12}[）)]$/, ""))) &&
  !notSubject.test(name) &&
  !/(?<!自)由/.test(name) &&
  !/的(?!乡镇|村|单位|部门|街道|社区|支部|党)/.test(name);

export function dropRepeated(found: readonly Organization[]): Organization[] {
  const seen = new Set<string>();
  return found.filter(({ text, role }) => {
    const key = `${role}${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export const isOrganizationName = isUnit;
