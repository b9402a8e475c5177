/** One kind of personal data that the system keeps, in the words of the page and of the impact assessment alike. */
export interface PersonalData {
  readonly what: string;
  readonly why: string;
  readonly rule: string;
  readonly kept: string;
  readonly seenBy: string;
}

/**
 * Everything about persons that the system keeps. A new column about a person needs its line here; the page
 * 个人信息说明 shows it, and docs/operations/impact-assessment.md carries the same lines.
 */
export const personalData: readonly PersonalData[] = [
  {
    what: "姓名、任职单位、岗位、任职起止、是否代理",
    why: "明确每件事由谁负责；权限随岗位来、随任期止；考核结果归到当时任职的人",
    rule: "党建工作责任制（第一责任人、直接责任人、一岗双责）",
    kept: "作为工作档案长期保存，离任后不再授予任何权限",
    seenBy: "职责范围内能看到该单位的人",
  },
  {
    what: "身份证号（选填）",
    why: "同名同姓时认准人",
    rule: "本单位确有需要、并经本人同意或有其他合法依据时才登记；不登记不影响使用",
    kept: "任职期间；离任或本人要求删除时，销毁密钥，不能恢复",
    seenBy: "本人，职责范围内的组织委员、县委组织部；平时只显示前6位和后4位，查看完整内容须写明用途并留记录",
  },
  {
    what: "手机号（选填）",
    why: "通知、催办时联系本人",
    rule: "本单位确有需要、并经本人同意或有其他合法依据时才登记；不登记不影响使用",
    kept: "任职期间；离任或本人要求删除时，销毁密钥，不能恢复",
    seenBy: "本人，职责范围内的组织委员、县委组织部；平时只显示前3位和后4位，查看完整内容须写明用途并留记录",
  },
  {
    what: "账号、密码的散列值、第二重验证、登录的时间和网络地址、浏览器名称",
    why: "确认是本人，发现冒用",
    rule: "网络安全等级保护（GB/T 22239）的身份鉴别要求",
    kept: "账号存续期间；停用的账号不能登录，记录不由系统删除",
    seenBy: "本人；系统管理员和安全管理员看得到账号名、任职和最近登录时间",
  },
  {
    what: "办理记录：谁、以什么岗位、何时、从哪个网络地址、办了什么",
    why: "出了问题查得清，任何人改动都会被发现",
    rule: "网络安全等级保护（GB/T 22239）的安全审计要求；网络日志留存不少于六个月",
    kept: "在库不少于六个月，此后可以归档移出",
    seenBy: "审计管理员；各事项的办理经过，职责范围内的人可以看到",
  },
  {
    what: "承办、验收、退回、超期等办理情况，写入的意见",
    why: "考核单位落实责任的情况，按单位计分；结果由人确认后才通报",
    rule: "党建工作责任制述职评议考核",
    kept: "作为工作档案长期保存，考核结果须能复核",
    seenBy: "职责范围内能看到该单位的人",
  },
  {
    what: "上传的文件、佐证材料中可能出现的个人信息",
    why: "证明事情办过；系统不从中提取个人信息",
    rule: "由上传的人负责：只传证明所需的，不传无关人员的信息",
    kept: "与所证明的事项相同；撤回的不再计入，原件仍在",
    seenBy: "职责范围内能看到该事项的人",
  },
];

/** What holds for all of it. */
export const personalDataPrinciples: readonly string[] = [
  "只收工作需要的。没有收集宗教信仰、健康、银行账户、行踪和人脸等信息，也没有存放位置。",
  "身份证号、手机号用国密算法SM4加密保存，每人一把密钥；总密钥不在数据库里。",
  "名册、台账和导出的表格里没有身份证号、手机号的栏目；导出的表格写明导出人和时间。",
  "本人在“我的账号”里随时可以查看、更正、删除自己的联系方式；其他事项请找本单位组织委员。",
];
