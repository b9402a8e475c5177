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
  /** First letters of its pinyin, by which it is found; a test compares them. */
  readonly initials: string;
  /** Offered only to posts that may do this somewhere; without it to everybody. */
  readonly needs?: string;
}

/** The menu follows the loop of the work, not the modules. */
export const menuGroups = [
  "工作台",
  "清单与事项",
  "问题与整改",
  "组织",
  "考核",
  "通报",
  "系统管理",
  "审计",
] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** The component's name is checked against the door: a page that is not there does not compile. */
const page = <Door extends object>(
  path: string,
  load: () => Promise<Door>,
  component: keyof Door & string,
  menu: MenuPlace | null = null,
): PageEntry => ({ path, load: load as PageEntry["load"], component, menu });

const audit = () => import("#rooms/audit/web/index.ts");
// Not by its door, which the shell and the sign-in page come through as well.
const administration = () => import("#rooms/access/web/administration/index.ts");
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
  page("/", workbench, "WorkbenchPage", {
    group: "工作台",
    title: "今天要办什么",
    initials: "jtybsm",
    needs: "task.read",
  }),
  page("/directives", directives, "DocumentsPage", {
    group: "清单与事项",
    title: "文件分解",
    initials: "wjfj",
    needs: "directive.read",
  }),
  page("/directives/$documentId", directives, "DocumentPage"),
  page("/lists", responsibilities, "ListsPage", {
    group: "清单与事项",
    title: "责任清单",
    initials: "zrqd",
    needs: "list.read",
  }),
  page("/lists/$listId", responsibilities, "ListPage"),
  page("/tasks", tasks, "TasksPage", {
    group: "清单与事项",
    title: "事项台账",
    initials: "sxtz",
    needs: "task.read",
  }),
  page("/tasks/$taskId", tasks, "TaskPage"),
  page("/problems", tasks, "ProblemsPage", {
    group: "问题与整改",
    title: "问题台账",
    initials: "wttz",
    needs: "task.read",
  }),
  page("/units", organizations, "UnitsPage", {
    group: "组织",
    title: "组织架构",
    initials: "zzjg",
    needs: "unit.read",
  }),
  page("/units/$unitId", people, "UnitPage"),
  page("/privacy", people, "PrivacyPage"),
  page("/standing", assessments, "StandingPage", {
    group: "考核",
    title: "考核名次",
    initials: "khmc",
    needs: "standing.read",
  }),
  page("/standing/$unitId", assessments, "UnitStandingPage"),
  page("/runs/$runId", assessments, "RunPage"),
  page("/runs/$runId/units/$unitId", assessments, "RunUnitPage"),
  page("/bulletins", bulletins, "BulletinsPage", {
    group: "通报",
    title: "季度通报",
    initials: "jdtb",
    needs: "bulletin.read",
  }),
  page("/bulletins/$bulletinId", bulletins, "BulletinPage"),
  page("/access-requests", administration, "RequestsPage", {
    group: "系统管理",
    title: "待核准事项",
    initials: "dhzsx",
    needs: "request.read",
  }),
  page("/accounts", administration, "AccountsPage", {
    group: "系统管理",
    title: "账号与权限",
    initials: "zhyqx",
    needs: "account.read",
  }),
  page("/accounts/$accountId", administration, "AdministeredAccountPage"),
  page("/audit", audit, "AuditPage", {
    group: "审计",
    title: "审计记录",
    initials: "sjjl",
    needs: "audit.read",
  }),
  page("/audit/$recordId", audit, "RecordPage"),
  page("/account", account, "AccountPage", { group: "工作台", title: "我的账号", initials: "wdzh" }),
];

/** Whether the menu offers this place to a post that may do these things. */
export const isOffered = ({ needs }: MenuPlace, actions: readonly string[]): boolean =>
  needs === undefined || actions.includes(needs);

/** The pages of the menu as the search box finds them. */
export const findablePages = (all: readonly PageEntry[], actions: readonly string[]) =>
  all.flatMap(({ path, menu }) =>
    menu && isOffered(menu, actions) ? [{ path, title: menu.title, initials: menu.initials }] : [],
  );
