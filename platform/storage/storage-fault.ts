/** The disk did not take a file: full, or not to be written. Nobody's request is wrong; somebody must mend the machine. */
export class StorageFault extends Error {
  readonly code: "storage-full" | "storage-not-writable";

  private constructor(code: StorageFault["code"], cause: unknown) {
    super(code, { cause });
    this.code = code;
  }

  /** The fault in a refusal of the file system; what is not one stays what it is. */
  static from(error: unknown): unknown {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (full.has(code)) return new StorageFault("storage-full", error);
    return notWritable.has(code) ? new StorageFault("storage-not-writable", error) : error;
  }
}

const full: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
const notWritable: ReadonlySet<string> = new Set([
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOTDIR",
  "EEXIST",
  "EIO",
  "EMFILE",
  "ENFILE",
]);
