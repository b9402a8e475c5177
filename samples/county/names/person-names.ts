import type { Random } from "../random.ts";

const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏方邹熊白孟秦邱侯江尹薛段雷黎史陶贺郝顾龚邵万武钱戴严孔向常汤";
const middles = "志春秀玉海永德晓雪佳思雨梦嘉俊振广素凤桂景继传兆云";
const lasts = "兰芳林波辉成霞梅洋宁琳亮生泉田安祥顺月娟莉彬旭晨阳松柏萍";

/** The commoner a surname is in the country, the nearer it stands to the front of the list. */
const pickSurname = (random: Random): string => {
  const place = Math.floor(random.next() ** 2 * surnames.length);
  return surnames.charAt(place);
};

/** An invented name of three characters. */
export const inventPersonName = (random: Random): string =>
  pickSurname(random) + random.pick([...middles]) + random.pick([...lasts]);
