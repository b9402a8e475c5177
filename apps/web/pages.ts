/** One page of the house: where it stands, what draws it, and its place in the menu. */
export interface PageEntry {
  readonly path: string;
  /** The room's door, fetched when the page is first opened. */
  readonly load: () => Promise<Readonly<Record<string, unknown>>>;
  /** The name of the page component at that door. */
  readonly component: string;
  readonly menu: MenuPlace | null;
}

interface MenuPlace {
  readonly group: MenuGroup;
  readonly title: string;
}

/** The menu follows the loop of the work, not the modules. */
export const menuGroups = ["工作台", "清单与事项", "问题与整改", "组织", "考核", "通报"] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** The component's name is checked against the door: a page that is not there does not compile. */
const page = <Door extends object>(
  path: string,
  load: () => Promise<Door>,
  component: keyof Door & string,
  menu: MenuPlace | null = null,
): PageEntry => ({ path, load: load as PageEntry["load"], component, menu });

// Not by its door, which the shell and the sign-in page come through as well.
const account = () => import("#rooms/access/web/account/AccountPage.tsx");
const workbench = () => import("#rooms/workbench/web/index.ts");
const tasks = () => import("#rooms/tasks/web/index.ts");
const organizations = () => import("#rooms/organizations/web/index.ts");
const people = () => import("#rooms/people/web/index.ts");
const directives = () => import("#rooms/directives/web/index.ts");
const responsibilities = () => import("#rooms/responsibilities/web/index.ts");
const bulletins = () => import("#rooms/bulletins/web/index.ts");
const assessments = () => import("#rooms/assessments/web/index.ts");

/** Every page: to add one, add a line. */
export const pages: readonly PageEntry[] = [
  page("/", workbench, "WorkbenchPage", { group: "工作台", title: "今天要办什么" }),
  page("/directives", directives, "DocumentsPage", { group: "清单与事项", title: "文件分解" }),
  page("/directives/$documentId", directives, "DocumentPage"),
  page("/lists", responsibilities, "ListsPage", { group: "清单与事项", title: "责任清单" }),
  page("/lists/$listId", responsibilities, "ListPage"),
  page("/tasks", tasks, "TasksPage", { group: "清单与事项", title: "事项台账" }),
  page("/tasks/$taskId", tasks, "TaskPage"),
  page("/problems", tasks, "ProblemsPage", { group: "问题与整改", title: "问题台账" }),
  page("/units", organizations, "UnitsPage", { group: "组织", title: "组织架构" }),
  page("/units/$unitId", people, "UnitPage"),
  page("/standing", assessments, "StandingPage", { group: "考核", title: "考核名次" }),
  page("/standing/$unitId", assessments, "UnitStandingPage"),
  page("/runs/$runId", assessments, "RunPage"),
  page("/runs/$runId/units/$unitId", assessments, "RunUnitPage"),
  page("/bulletins", bulletins, "BulletinsPage", { group: "通报", title: "季度通报" }),
  page("/bulletins/$bulletinId", bulletins, "BulletinPage"),
  page("/account", account, "AccountPage", { group: "工作台", title: "我的账号" }),
];
