/** Refusals that several ways of proving oneself share. */
export const signInProblems = {
  "wrong-name-or-password": { status: 401, title: "账号或密码不正确" },
  "account-locked": { status: 429, title: "连续输错次数过多，账号已暂时锁定" },
  "account-suspended": { status: 403, title: "该账号已停用，请联系系统管理员" },
  "no-post-held": { status: 403, title: "您目前没有任职，不能登录，请联系系统管理员" },
} as const;

/** What whoever is signed in must type again before he changes how he signs in. */
export const confirmationProblems = {
  "wrong-password": { status: 422, title: "密码不正确" },
  "account-locked": signInProblems["account-locked"],
} as const;
