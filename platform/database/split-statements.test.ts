import { describe, expect, test } from "vitest";
import { splitStatements } from "./split-statements.ts";

describe("迁移文件拆成语句", () => {
  test.each([
    ["空文件", "", []],
    ["只有注释", "-- 说明\n/* 更多; */\n", []],
    [
      "两条",
      "SELECT 1;\nSELECT 2;",
      [
        ["SELECT 1", 1],
        ["SELECT 2", 2],
      ],
    ],
    [
      "最后没有分号",
      "SELECT 1;\n\n  SELECT 2\n",
      [
        ["SELECT 1", 1],
        ["SELECT 2", 3],
      ],
    ],
    ["行号从第一个词算起", "-- 说明\n\nSELECT 1;", [["SELECT 1", 3]]],
    [
      "引号里的分号",
      "SELECT 'a;''b', \"c;d\";SELECT 2",
      [
        ["SELECT 'a;''b', \"c;d\"", 1],
        ["SELECT 2", 1],
      ],
    ],
    [
      "注释里的分号",
      "SELECT 1 -- 一; 二\n+ 1 /* ; /* ; */ ; */;",
      [["SELECT 1 -- 一; 二\n+ 1 /* ; /* ; */ ; */", 1]],
    ],
    [
      "美元引号里的分号",
      "DO $x$ BEGIN; $$;$$ END $x$;SELECT 2",
      [
        ["DO $x$ BEGIN; $$;$$ END $x$", 1],
        ["SELECT 2", 1],
      ],
    ],
    [
      "参数不是美元引号",
      "SELECT $1;SELECT $2",
      [
        ["SELECT $1", 1],
        ["SELECT $2", 1],
      ],
    ],
    ["没有结束的引号", "SELECT 'a;", [["SELECT 'a;", 1]]],
  ])("%s", (_name, text, statements) => {
    expect(splitStatements(text).map((statement) => [statement.text, statement.line])).toEqual(statements);
  });
});
