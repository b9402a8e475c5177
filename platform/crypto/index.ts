export { keepKey } from "./key-file.ts";
export { createSealer, type Sealer } from "./sealer.ts";
