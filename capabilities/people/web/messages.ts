export const messages = {
  section: "组织",
  units: "组织架构",
  loading: "单位",
  posts: "岗位与现任",
  columns: { title: "岗位", role: "责任角色", holder: "现任" },
  vacant: "空缺",
  deputising: (name: string) => `${name}（代理）`,
  noPosts: "该单位还没有设置岗位。",
} as const;
