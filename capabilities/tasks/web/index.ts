export { messages as taskMessages, wordOf } from "./messages.ts";
export { ProblemsPage } from "./ProblemsPage.tsx";
export { TaskPage } from "./TaskPage.tsx";
export { TasksPage } from "./TasksPage.tsx";
