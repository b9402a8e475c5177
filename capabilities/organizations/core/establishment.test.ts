import { describe, expect, test } from "vitest";
import { placeBelow, sectorOf } from "./establishment.ts";

const free = { step: 7, systemStep: 3 };

describe("新设单位挂在哪里", () => {
  test.each([
    ["乡镇下设村", { path: "1.4", systemPath: null }, "village", "1.4.7", null],
    ["县委下设系统党委，自成一系", { path: "1", systemPath: null }, "systemCommittee", "1.7", "1.7"],
    ["系统党委下设学校，也在系统树上", { path: "1.2", systemPath: "1.2" }, "school", "1.2.7", "1.2.3"],
    ["系统下的党支部接着往下挂", { path: "1.2.1", systemPath: "1.2.5" }, "partyBranch", "1.2.1.7", "1.2.5.3"],
  ] as const)("%s", (_, parent, kind, path, systemPath) => {
    expect(placeBelow(parent, kind, free)).toEqual({ path, systemPath });
  });

  test("领域随单位类别：村是农村，企业和社会组织是两新，乡镇不单列", () => {
    expect(sectorOf("village")).toBe("rural");
    expect(sectorOf("enterprise")).toBe("newOrganization");
    expect(sectorOf("township")).toBeNull();
  });
});
