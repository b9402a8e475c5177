import { serveThread } from "#platform/threads/index.ts";
import { readUpload } from "./read-upload.ts";

serveThread(readUpload);
