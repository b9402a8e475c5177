import { Command, CommanderError } from "commander";
import { addDecomposeCommand } from "./decompose.ts";

/** Exit codes: 0 done, 1 failed, 2 wrong usage, 3 input refused (architecture.md §6). */
const program = new Command("panshi")
  .description("磐石：基层党建工作责任落实系统命令行")
  .helpOption("-h, --help", "显示帮助")
  .helpCommand("help [命令]", "显示某个命令的帮助")
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "用法有误：")) })
  .exitOverride();

addDecomposeCommand(program);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
