export { type AuditEntry, type AuditOrigin, recordAudit } from "./record-audit.ts";
