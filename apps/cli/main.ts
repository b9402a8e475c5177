import { Command, CommanderError } from "commander";
import { addAuditCommands } from "./audit.ts";
import { addBackupCommands } from "./backup.ts";
import { addDecomposeCommand } from "./decompose.ts";
import { addKeysCommands } from "./keys.ts";
import { addSetupCommand } from "./setup.ts";

/** Exit codes: 0 done, 1 failed, 2 wrong usage, 3 input refused (architecture.md §6). */
const titles: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};

/** The library's own English sentences, as far as a user meets them. */
const inChinese = (text: string): string =>
  text
    .replace(/^error: /, "用法有误：")
    .replace("unknown option", "没有这个选项")
    .replace("unknown command", "没有这个命令")
    .replace("missing required argument", "缺少参数")
    .replace(/too many arguments.*/, "参数过多")
    .replace(/option ('.*') argument missing/, "选项 $1 缺少取值")
    .replace(/required option (.*) not specified/, "缺少选项 $1");

const program = new Command("panshi")
  .description("磐石：基层党建工作责任落实系统命令行")
  .helpOption("-h, --help", "显示帮助")
  .helpCommand("help [命令]", "显示某个命令的帮助")
  .usage("命令 [选项]")
  .configureOutput({ outputError: (text, write) => write(inChinese(text)) })
  .configureHelp({ styleTitle: (title) => titles[title] ?? title })
  .exitOverride();

addDecomposeCommand(program);
addAuditCommands(program);
addKeysCommands(program);
addSetupCommand(program);
addBackupCommands(program);

// Whoever reads only the first lines (… | head) closes the pipe; that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
