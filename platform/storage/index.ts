export { digestOf, openLocalStorage, type Storage } from "./storage.ts";
