import { serveThread } from "#platform/threads/index.ts";
import { writeWorkbook } from "./write-workbook.ts";

serveThread(writeWorkbook);
