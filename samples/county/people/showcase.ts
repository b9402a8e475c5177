/** People whom the guide, the tests and the start of the program know by name. The names are invented. */
export const fixedNames: Readonly<Record<string, string>> = {
  "xianwei.shuji": "周景松",
  "zzb.buzhang": "程嘉宁",
  "zzb.fubuzhang": "罗振洋",
  "zzb.zuzhike": "林晓晨",
  "zzb.zuzhike2": "姚梦琳",
  "liushu.shuji": "韩振林",
  "liushu.fushuji": "曾永祥",
  "liushu.zuzhi": "沈思琳",
  "liushu.ganshi": "宋佳宁",
  "liushu.dongyu.shuji": "郭玉泉",
  "shiqiao.shuji": "邹广成",
  "jiaoyu.shuji": "贺春松",
  "jiaoyu.yizhong.shuji": "梁春辉",
  "xianwei.xitong": "傅明轩",
  "xianwei.anquan": "陆雪晴",
  "xianwei.shenji": "秦向东",
};

/** One account of the demo as it is printed at start. */
export interface ShowcaseAccount {
  readonly loginName: string;
  readonly personName: string;
  readonly unitName: string;
  readonly postTitle: string;
  readonly tryThis: string;
}

const account = (
  loginName: string,
  unitName: string,
  postTitle: string,
  tryThis: string,
): ShowcaseAccount => ({ loginName, personName: fixedNames[loginName] ?? "", unitName, postTitle, tryThis });

/** What to show a stranger first; the county is generated so that all of them are there, in either size. */
export const showcase: readonly ShowcaseAccount[] = [
  account("zzb.zuzhike", "县委组织部", "组织科科长", "上传文件、分解成清单、验收各乡镇事项、起草通报"),
  account("zzb.buzhang", "县委组织部", "部长", "审签责任清单、冻结考核、签发通报"),
  account("liushu.shuji", "柳树镇", "党委书记", "查看本镇得分、名次、差距，签发对村清单"),
  account("liushu.zuzhi", "柳树镇", "组织委员", "签收事项、分解到村、附佐证、报请验收、验收村级事项"),
  account("liushu.dongyu.shuji", "东峪村", "村党组织书记", "在手机上签收本村事项、附佐证、报请验收"),
  account("jiaoyu.yizhong.shuji", "县第一中学", "党组织书记", "办理教育系统党委交办的事项"),
  account("xianwei.xitong", "清源县委", "系统管理员", "申请开立账号、设立单位，停用账号；看不到业务"),
  account("xianwei.anquan", "清源县委", "安全管理员", "核准账号、授予岗位、复核权限；看不到业务"),
  account("xianwei.shenji", "清源县委", "审计管理员", "查看审计记录、核验是否被改动；什么也不能改"),
];
