export { AuditPage } from "./AuditPage.tsx";
export { RecordPage } from "./RecordPage.tsx";
