import type { ActTitles } from "#platform/http/index.ts";
import type { ListedRecord } from "./store/list-records.ts";

export const describeRecord = (row: ListedRecord, titles: ActTitles) => ({
  id: row.id,
  at: row.at.toISOString(),
  personName: row.person_name,
  postTitle: row.post_title,
  unitName: row.unit_name,
  action: row.action,
  actionTitle: titles[row.action] ?? row.action,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  subjectTitle: row.subject_title,
  result: row.result,
  remoteAddress: row.remote_address,
  requestId: row.request_id,
  sequence: row.sequence,
});
