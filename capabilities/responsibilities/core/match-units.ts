import type { UnitKind } from "#rooms/organizations/core/index.ts";

export interface NamedUnit {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly kind: UnitKind;
}

export interface UnitMatch {
  readonly unitIds: readonly string[];
  /** Names of the document that stand for none of the units. */
  readonly unmatched: readonly string[];
}

/** Words that stand for all units of a kind. */
const kindWords: Readonly<Record<string, readonly UnitKind[]>> = {
  乡镇: ["township"],
  镇: ["township"],
  乡: ["township"],
  街道: ["subdistrict"],
  村: ["village"],
  行政村: ["village"],
  村级: ["village"],
  社区: ["community"],
  基层: ["township", "subdistrict", "workingCommittee", "systemCommittee", "partyCommittee"],
  党委: ["township", "subdistrict", "workingCommittee", "systemCommittee", "partyCommittee"],
  系统: ["systemCommittee"],
  行业系统: ["systemCommittee"],
  县直单位: ["department", "organ"],
  县直各单位: ["department", "organ"],
  县直部门: ["department", "organ"],
  县直机关: ["department", "organ"],
  县委各部门: ["department"],
  总支: ["generalBranch"],
  支部: ["partyBranch"],
  中小学校: ["school"],
  学校: ["school"],
  公立医院: ["hospital"],
  医院: ["hospital"],
  国有企业: ["stateEnterprise"],
  国企: ["stateEnterprise"],
  非公企业: ["enterprise"],
  企业: ["enterprise"],
  社会组织: ["socialOrganization"],
  两新组织: ["enterprise", "socialOrganization"],
};

const everyone = /^(?:全县|全镇|全乡|所有|全体)?各?级?/;
const organizationWord = /(?:党组织|党工委|党委|工委|党组|党总支|党支部|机关)$/;

/**
 * The units that a document means by these names, among those that may be given a task: by kind (各乡镇党委 → every
 * township) or by name (县委组织部, 中共清源县委组织部). A proposal that a person confirms, never an assignment.
 */
export function matchUnits(names: readonly string[], units: readonly NamedUnit[]): UnitMatch {
  const found = new Set<string>();
  const unmatched: string[] = [];
  for (const name of names) {
    const matched = matchName(name, units);
    if (matched.length === 0) unmatched.push(name);
    for (const unit of matched) found.add(unit.id);
  }
  return { unitIds: units.flatMap(({ id }) => (found.has(id) ? [id] : [])), unmatched };
}

function matchName(name: string, units: readonly NamedUnit[]): readonly NamedUnit[] {
  const kinds = kindsOf(name);
  if (kinds.length > 0) return units.filter(({ kind }) => kinds.includes(kind));
  const wanted = bareName(name);
  if (wanted === "") return [];
  return units.filter((unit) => bareName(unit.name) === wanted || bareName(unit.fullName) === wanted);
}

/** 各乡镇（街道）党（工）委 → townships and subdistricts; nothing when any part is not such a word. */
function kindsOf(name: string): readonly UnitKind[] {
  const words = name.replace("党（工）委", "党委").replace(everyone, "");
  const whole = kindWords[words];
  if (whole) return whole;
  const parts = words
    .replace(organizationWord, "")
    .split(/[（）()、和及/]/)
    .map((part) => part.replace(/^各/, "").replace(organizationWord, ""))
    .filter((part) => part !== "");
  const kinds = parts.map((part) => kindWords[part]);
  return parts.length > 0 && kinds.every((kind) => kind !== undefined) ? kinds.flat() : [];
}

/** What is left of a name when the ways to write it fully are taken away. */
const bareName = (name: string): string =>
  name
    .replace(/^中共/, "")
    .replace(/^(?:[\u4e00-\u9fff]{2,3}县|县)/, "")
    .replace(/(?:支部|总支部)?委员会$/, "")
    .replace(organizationWord, "");
