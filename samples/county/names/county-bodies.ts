/** Departments of the county committee: key, short name, name of the post of its head. */
export const departments = [
  ["bgs", "县委办公室", "主任"],
  ["jw", "县纪委监委", "书记"],
  ["zzb", "县委组织部", "部长"],
  ["xcb", "县委宣传部", "部长"],
  ["tzb", "县委统战部", "部长"],
  ["zfw", "县委政法委", "书记"],
  ["shb", "县委社会工作部", "部长"],
  ["bianban", "县委编办", "主任"],
  ["xcz", "县委巡察办", "主任"],
  ["lgj", "县委老干部局", "局长"],
  ["dangxiao", "县委党校", "常务副校长"],
] as const;

/** Organs of the county whose Party work the working committee of organs leads: key and short name. */
export const organs = [
  ["renda", "县人大机关"],
  ["zhengfu", "县政府办公室"],
  ["zhengxie", "县政协机关"],
  ["fayuan", "县法院"],
  ["jianchayuan", "县检察院"],
  ["fagai", "县发改局"],
  ["jiaoyuju", "县教育局"],
  ["keji", "县科技局"],
  ["gongxin", "县工信局"],
  ["gongan", "县公安局"],
  ["minzheng", "县民政局"],
  ["sifa", "县司法局"],
  ["caizheng", "县财政局"],
  ["renshe", "县人社局"],
  ["ziran", "县自然资源局"],
  ["huanjing", "县生态环境局"],
  ["zhujian", "县住建局"],
  ["jiaotong", "县交通运输局"],
  ["shuili", "县水利局"],
  ["nongye", "县农业农村局"],
  ["shangwu", "县商务局"],
  ["wenlv", "县文旅局"],
  ["weijianju", "县卫健局"],
  ["tuiyi", "县退役军人局"],
  ["yingji", "县应急管理局"],
  ["shenji", "县审计局"],
  ["shichang", "县市场监管局"],
  ["tongji", "县统计局"],
  ["yibao", "县医保局"],
  ["linye", "县林业局"],
  ["xinfang", "县信访局"],
  ["shenpi", "县行政审批局"],
  ["zhenxing", "县乡村振兴服务中心"],
  ["chengguan", "县城管局"],
  ["shuiwu", "县税务局"],
  ["qixiang", "县气象局"],
  ["gonghui", "县总工会"],
  ["tuanwei", "团县委"],
  ["fulian", "县妇联"],
  ["kexie", "县科协"],
  ["wenlian", "县文联"],
  ["canlian", "县残联"],
  ["gongshanglian", "县工商联"],
  ["hongshizi", "县红十字会"],
  ["gongxiao", "县供销社"],
  ["rongmeiti", "县融媒体中心"],
  ["dangan", "县档案馆"],
  ["shiwu", "县机关事务中心"],
  ["xiaofang", "县消防救援大队"],
  ["gongjijin", "县公积金中心"],
] as const;

export const countySchools = [
  ["yizhong", "县第一中学"],
  ["shiyan", "县实验小学"],
  ["erzhong", "县第二中学"],
  ["zhijiao", "县职业教育中心"],
  ["erxiao", "县第二小学"],
  ["youeryuan", "县实验幼儿园"],
] as const;

export const countyHospitals = [
  ["yiyuan", "县人民医院"],
  ["zhongyi", "县中医院"],
  ["fuyou", "县妇幼保健院"],
  ["jikong", "县疾控中心"],
] as const;

export const stateEnterprises = [
  ["chengtou", "县城市建设投资公司"],
  ["shuiwugs", "县水务公司"],
  ["jiaotou", "县交通投资公司"],
  ["wentou", "县文化旅游投资公司"],
  ["liangshi", "县粮食储备公司"],
  ["gongjiao", "县公共交通公司"],
  ["reli", "县热力公司"],
  ["linchang", "县国有林场"],
  ["nongtou", "县农业投资公司"],
  ["dizhi", "县工程检测公司"],
] as const;

export const brands = [
  ..."恒丰 瑞泽 金谷 绿源 宏达 鑫盛 佳禾 永泰 长青 汇通 同创 远航 天元 华茂 盛和 丰禾".split(" "),
  ..."聚源 康达 益民 正大农 兴旺 龙腾 凯瑞 百川 嘉信 福源 祥云 晨光 众合 信达 泰和 德盛".split(" "),
];

export const trades = "农业科技 食品 建材 机械 纺织 物流 种植 商贸 木业 电子 包装 文化传媒".split(" ");

export const associations = [
  ..."个体劳动者协会 律师事务所 会计师事务所 民办养老院 电子商务协会 餐饮行业协会".split(" "),
  ..."建筑行业协会 志愿者联合会 民办培训学校 种植业协会 养殖业协会 货运协会".split(" "),
  ..."美业协会 出租车协会 社会工作服务中心 民办幼儿园联合 农机协会 书画协会".split(" "),
  ..."体育总会 救援协会 税务师事务所 房屋中介协会 物业协会 快递行业 网约配送行业".split(" "),
];
