import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { withClient } from "./connection.ts";
import { describeSchema } from "./describe-schema.ts";
import { startTestServer } from "./test-server.ts";

const debian = "/usr/lib/postgresql/15/bin";

// The oldest version that is promised; its SQL is the SQL that migrations may use.
test.skipIf(!existsSync(debian))("全部迁移能在 PostgreSQL 15 上执行，应用角色不进地区查到 0 行", async () => {
  const { server, stop } = await startTestServer(debian);
  try {
    const version = await withClient(server.owner, (client) => client.query("SHOW server_version_num"));
    expect(version.rows[0].server_version_num).toMatch(/^15/);
    const found = await withClient(server.application, (client) =>
      client.query("SELECT count(*) AS count FROM tasks.task"),
    );
    expect(found.rows).toEqual([{ count: 0 }]);
    expect(await withClient(server.owner, describeSchema)).toContain(
      "TABLE tasks.task FORCE ROW LEVEL SECURITY",
    );
  } finally {
    await stop();
  }
});
