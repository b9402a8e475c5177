export { FindDialog } from "./FindDialog.tsx";
export { WorkbenchPage } from "./WorkbenchPage.tsx";
