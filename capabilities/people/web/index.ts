export { UnitPage } from "./UnitPage.tsx";
export { UnitPosts } from "./UnitPosts.tsx";
