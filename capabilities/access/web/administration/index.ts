export { AccountsPage } from "./AccountsPage.tsx";
export { AdministeredAccountPage } from "./AdministeredAccountPage.tsx";
export { RequestsPage } from "./RequestsPage.tsx";
