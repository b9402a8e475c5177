import { describe, expect, test } from "vitest";
import type { PostPlace } from "./policy.ts";
import {
  type Factor,
  mayRemoveFactor,
  mustHaveFactor,
  type Proof,
  provesRemoval,
  readRecoveryCode,
  writeRecoveryCode,
} from "./second-factor.ts";

const county = { id: "county", path: "1", systemPath: null };
const department = { id: "department", path: "1.1", systemPath: null };
const town = { id: "town", path: "1.2", systemPath: null };
const education = { id: "education", path: "1.3", systemPath: "1.3" };

const at = (
  postKind: PostPlace["postKind"],
  unit: PostPlace["unit"],
  committee: PostPlace["committee"] = null,
): PostPlace => ({
  postKind,
  unit,
  committee,
});

describe("谁必须有第二重验证", () => {
  test.each<[string, PostPlace[], boolean]>([
    ["系统管理员", [at("systemAdministrator", county)], true],
    ["安全管理员", [at("securityAdministrator", county)], true],
    ["审计管理员", [at("auditAdministrator", county)], true],
    ["县委书记看得到全县", [at("secretary", county)], true],
    ["代县委起草的部门干部看得到全县", [at("sectionOfficer", department, county)], true],
    ["不代县委起草的部门干部只看本部门", [at("sectionOfficer", department)], false],
    ["乡镇书记", [at("secretary", town)], false],
    ["系统党委书记看的是一个系统", [at("secretary", education)], false],
    ["身兼两职，其中一个是县里的", [at("secretary", town), at("deputySecretary", county)], true],
    ["没有任职", [], false],
  ])("%s", (_name, posts, required) => {
    expect(mustHaveFactor(posts, false)).toBe(required);
    expect(mustHaveFactor(posts, true)).toBe(false);
  });
});

describe("能不能移除一个验证方式", () => {
  const passkey: Factor = { id: "key", kind: "passkey" };
  const authenticator: Factor = { id: "app", kind: "authenticator" };
  test.each<[string, Factor[], boolean, boolean]>([
    ["不要求的，最后一个也可以移除", [passkey], false, true],
    ["要求的，最后一个不能移除", [passkey], true, false],
    ["要求的，还有另一个就可以", [passkey, authenticator], true, true],
  ])("%s", (_name, factors, required, allowed) =>
    expect(mayRemoveFactor(factors, "key", required)).toBe(allowed),
  );
});

describe("凭什么移除一个验证方式", () => {
  const key: Factor = { id: "key", kind: "passkey" };
  const app: Factor = { id: "app", kind: "authenticator" };
  test.each<[string, Factor[], Proof | null, boolean]>([
    ["没有出示", [key, app], null, false],
    ["出示的就是要移除的那个", [key, app], { factorId: "key" }, false],
    ["出示另一个", [key, app], { factorId: "app" }, true],
    ["出示恢复码", [key, app], { factorId: null }, true],
    ["只有这一个，出示它自己", [key], { factorId: "key" }, true],
  ])("%s", (_name, factors, proof, proven) => expect(provesRemoval(factors, "key", proof)).toBe(proven));
});

describe("照着纸输入恢复码", () => {
  test.each<[string, string, string | null]>([
    ["照印的输入", "7k2m-x9qd-0wvt-pz41", "7k2mx9qd0wvtpz41"],
    ["不带横线、大写", "7K2MX9QD0WVTPZ41", "7k2mx9qd0wvtpz41"],
    ["把0看成O、把1看成l", "7k2m-x9qd-owvt-pz4l", "7k2mx9qd0wvtpz41"],
    ["少一个", "7k2m-x9qd-0wvt-pz4", null],
    ["不是恢复码", "123456", null],
  ])("%s", (_name, typed, code) => expect(readRecoveryCode(typed)).toBe(code));

  test("印出来的可以照着输入", () => {
    expect(readRecoveryCode(writeRecoveryCode("7k2mx9qd0wvtpz41"))).toBe("7k2mx9qd0wvtpz41");
  });
});
