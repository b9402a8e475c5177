import { createInterface, type Interface } from "node:readline/promises";
import {
  type AdministratorPlan,
  administratorPosts,
  checkPlan,
  isAreaCode,
  isLoginName,
} from "./administrator-plan.ts";

type Ask = (question: string, check: (answer: string) => string | null, proposal?: string) => Promise<string>;

/** Asks at the console, again where an answer will not do; null when the console was closed. */
export async function askForPlan(place: { readonly needsArea: boolean }): Promise<AdministratorPlan | null> {
  const console = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await askAll(askingAt(console), place.needsArea);
  } catch (error) {
    if (error instanceof ConsoleClosed) return null;
    throw error;
  } finally {
    console.close();
  }
}

class ConsoleClosed extends Error {}

/** Line by line, so that answers that were piped in all at once are not lost. */
function askingAt(console: Interface): Ask {
  const lines = console[Symbol.asyncIterator]();
  return async (question, check, proposal) => {
    for (;;) {
      process.stderr.write(`${question}${proposal === undefined ? "" : `（${proposal}）`}：`);
      const line = await lines.next();
      if (line.done) throw new ConsoleClosed();
      const answer = line.value.trim() || (proposal ?? "");
      const complaint = check(answer);
      if (complaint === null) return answer;
      process.stderr.write(`${complaint}\n`);
    }
  };
}

const isGiven = (answer: string): string | null => (answer === "" ? "必须填写" : null);

async function askAll(ask: Ask, needsArea: boolean): Promise<AdministratorPlan> {
  const area = needsArea ? await askForArea(ask) : undefined;
  for (;;) {
    const plan = { ...(area && { area }), administrators: await askForThree(ask) };
    const checked = checkPlan(plan);
    if (checked.ok) return checked.value;
    process.stderr.write(`${checked.problem}，请重新填写。\n`);
  }
}

async function askForArea(ask: Ask): Promise<NonNullable<AdministratorPlan["area"]>> {
  const isCode = (answer: string) => (isAreaCode(answer) ? null : "地区代码是六位数字，例如 350121");
  const code = await ask("地区代码", isCode);
  const name = await ask("地区名称，例如 清源县", isGiven);
  return { code, name, rootUnit: await ask("最上级党委简称", isGiven, `${name}委`) };
}

async function askForThree(ask: Ask): Promise<AdministratorPlan["administrators"]> {
  const isLogin = (answer: string) =>
    isLoginName(answer) ? null : "账号用小写字母、数字和 . _ -，以字母或数字开头，2至40位";
  const one = async ({ title, loginName }: (typeof administratorPosts)[number]) => ({
    name: await ask(`${title}姓名`, isGiven),
    loginName: await ask(`${title}账号`, isLogin, loginName),
  });
  const [system, security, audit] = administratorPosts;
  return {
    systemAdministrator: await one(system),
    securityAdministrator: await one(security),
    auditAdministrator: await one(audit),
  };
}
