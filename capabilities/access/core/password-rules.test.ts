import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPasswordProblem, type PasswordProblem } from "./password-rules.ts";

const surroundings = {
  loginName: "zzb.zuzhike",
  knownNames: ["linxiaochen", "林晓晨", "liushuzhen", "liushu", "li"],
  commonPasswords: new Set(["password", "woaizhongguo", "qwertyuiop", "dangjian"]),
};

describe("新密码能不能用", () => {
  test.each<[string, string, PasswordProblem["code"] | null]>([
    ["九个字太短", "qx7-ktw2m", "password-too-short"],
    ["十个字够了", "qx7-ktw2mv", null],
    ["一句话很好，不要求大小写混用", "后山的柿子红了三回啦", null],
    ["超过128个字", "qx7-ktw2m".repeat(20), "password-too-long"],
    ["同几个字反复", "abababababab", "password-too-simple"],
    ["全是数字（手机号、身份证号）", "13905911234", "password-too-simple"],
    ["常见密码", "qwertyuiop", "password-too-common"],
    ["常见密码换大小写", "WoAiZhongGuo", "password-too-common"],
    ["常见密码后面加年份", "Dangjian2026", "password-too-common"],
    ["常见密码后面加年份和符号", "Dangjian2026!", "password-too-common"],
    ["常见密码用形似的符号代替", "P@ssw0rd2026", "password-too-common"],
    ["全角写的常见密码", "ｑｗｅｒｔｙｕｉｏｐ", "password-too-common"],
    ["含有账号", "my-ZZB.zuzhike-pw", "password-has-login-name"],
    ["含有姓名拼音", "LinXiaoChen#88z", "password-has-known-name"],
    ["姓名拼音中间加符号", "lin_xiao_chen_9", "password-has-known-name"],
    ["含有姓名汉字", "我是林晓晨我怕谁来着", "password-has-known-name"],
    ["含有单位拼音", "liushu-town-77x", "password-has-known-name"],
    ["两个字母的名字太短，不据此拒绝", "delight-oak-42", null],
  ])("%s", (_name, password, code) => {
    expect(findPasswordProblem(password, surroundings)?.code ?? null).toBe(code);
  });

  test("能用的密码，大小写互换之后也能用", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 10, maxLength: 40, unit: "grapheme-ascii" }), (password) => {
        const upper = findPasswordProblem(password.toUpperCase(), surroundings);
        const lower = findPasswordProblem(password.toLowerCase(), surroundings);
        const caseBlind = (problem: PasswordProblem | null) => problem?.code ?? null;
        // Only the count of distinct signs sees case, and it is the same when all are of one case.
        expect(caseBlind(upper)).toBe(caseBlind(lower));
      }),
    );
  });
});
