export const messages = {
  product: "磐石",
  productLine: "基层党建工作责任落实系统",
  signInTitle: "登录",
  area: "地区",
  loginName: "账号",
  password: "密码",
  showPassword: "显示密码",
  capsLock: "大写锁定已打开",
  signIn: "登录",
  signingIn: "正在登录",
  missingName: "请填写账号",
  missingPassword: "请填写密码",
  noArea: "系统中还没有地区，请联系系统管理员",
  siteFailed: "没有连上服务器",
  retry: "重试",
  actingAs: "以何岗位办事",
  acting: "办事岗位",
  year: "考核年度",
  yearOf: (year: number) => `${year}年度`,
  signOut: "退出登录",
  switchFailed: "没有换成，请重试",
} as const;

/** The lines that stand below every page. */
export const standingWords = {
  unclassified: "非涉密系统，严禁处理、存储、传输涉密信息",
  demo: "演示数据，纯属虚构",
} as const;
