export { workbenchEndpoints } from "./get-workbench.ts";
