export { assembleCatalogue, type Catalogue } from "./catalogue.ts";
export { writeValue } from "./write-value.ts";
