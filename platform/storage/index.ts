export { digestOf, openLocalStorage, type Storage } from "./storage.ts";
export { StorageFault } from "./storage-fault.ts";
