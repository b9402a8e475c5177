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
};

/** The posts shown at start, with what their holders may try first. */
const showcasePosts = [
  ["zzb.zuzhike", "上传文件、分解成清单、验收各乡镇事项、起草通报"],
  ["zzb.buzhang", "审签责任清单、冻结考核、签发通报"],
  ["liushu.shuji", "查看本镇得分、名次、差距，签发对村清单"],
  ["liushu.zuzhi", "签收事项、分解到村、附佐证、报请验收、验收村级事项"],
  ["liushu.dongyu.shuji", "在手机上签收本村事项、附佐证、报请验收"],
  ["jiaoyu.yizhong.shuji", "办理教育系统党委交办的事项"],
] as const;

/** One account of the demo as it is printed at start. */
export interface ShowcaseAccount {
  readonly loginName: string;
  readonly personName: string;
  readonly unitName: string;
  readonly postTitle: string;
  readonly tryThis: string;
}

interface KnownPeople {
  readonly posts: readonly { key: string; unitName: string; title: string }[];
  findHolderName(postKey: string): string | undefined;
}

export const listShowcase = (people: KnownPeople): ShowcaseAccount[] =>
  showcasePosts.flatMap(([key, tryThis]) => {
    const post = people.posts.find((each) => each.key === key);
    const personName = people.findHolderName(key);
    if (!post || !personName) return [];
    return [{ loginName: key, personName, unitName: post.unitName, postTitle: post.title, tryThis }];
  });
