import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchUnits, type NamedUnit } from "./match-units.ts";

const unit = (
  id: string,
  kind: NamedUnit["kind"],
  name: string,
  fullName = `中共清源县${name}委员会`,
): NamedUnit => ({
  id,
  kind,
  name,
  fullName,
});

const units: readonly NamedUnit[] = [
  unit("组织部", "department", "县委组织部", "中共清源县委组织部"),
  unit("纪委", "department", "县纪委监委", "中共清源县纪律检查委员会"),
  unit("机关工委", "workingCommittee", "县直机关工委", "中共清源县直属机关工作委员会"),
  unit("教育", "systemCommittee", "县教育系统党委"),
  unit("柳树", "township", "柳树镇"),
  unit("石桥", "township", "石桥镇"),
  unit("临水", "subdistrict", "临水街道"),
  unit("东峪", "village", "东峪村"),
];

describe("文件里的单位对应到可以交办的单位", () => {
  test.each<[string, readonly string[]]>([
    ["各乡镇党委", ["柳树", "石桥"]],
    ["各乡镇", ["柳树", "石桥"]],
    ["乡镇党委", ["柳树", "石桥"]],
    ["各乡镇（街道）党（工）委", ["柳树", "石桥", "临水"]],
    ["各乡镇（街道）", ["柳树", "石桥", "临水"]],
    ["街道党工委", ["临水"]],
    ["各街道党工委", ["临水"]],
    ["各村党组织", ["东峪"]],
    ["各基层党委", ["机关工委", "教育", "柳树", "石桥", "临水"]],
    ["县委组织部", ["组织部"]],
    ["中共清源县委组织部", ["组织部"]],
    ["县纪委监委机关", ["纪委"]],
    ["柳树镇党委", ["柳树"]],
    ["县教育系统党委", ["教育"]],
    ["县公安局", []],
    ["各有关单位", []],
    ["书记", []],
    ["", []],
  ])("%s", (name, ids) => {
    const match = matchUnits([name], units);
    expect(match.unitIds).toEqual(ids);
    expect(match.unmatched).toEqual(ids.length === 0 ? [name] : []);
  });

  test("几个名称合在一起，不重复，次序照单位的次序", () => {
    const match = matchUnits(["石桥镇", "各乡镇党委", "县某某局"], units);
    expect(match).toEqual({ unitIds: ["柳树", "石桥"], unmatched: ["县某某局"] });
  });

  test("无论写什么，只会对应到给出的单位", () => {
    const known = new Set(units.map(({ id }) => id));
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(..."各县乡镇街道村党委（）、和机关") })),
        (names) => {
          const { unitIds, unmatched } = matchUnits(names, units);
          expect(unitIds.every((id) => known.has(id))).toBe(true);
          expect(new Set(unitIds).size).toBe(unitIds.length);
          expect(unmatched.every((name) => names.includes(name))).toBe(true);
        },
      ),
      { seed: 20261121 },
    );
  });
});
