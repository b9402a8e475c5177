export type EvidenceItem = {
  area_code: string;
  id: string;
  unit_id: string;
  kind: "file" | "note";
  title: string;
  note: string | null;
  happened_on: string;
  entered_at: Date;
  entered_on: string;
  entered_by_id: string;
  entered_by_name: string;
  file_name: string | null;
  media_type: string | null;
  size_bytes: number | null;
  sha256: string | null;
};

export type EvidenceTables = {
  "evidence.item": EvidenceItem;
  "evidence.link": {
    area_code: string;
    evidence_id: string;
    subject_kind: string;
    subject_id: string;
    linked_at: Date;
    linked_by_id: string;
    withdrawn_at: Date | null;
  };
  "evidence.read_link": {
    area_code: string;
    evidence_id: string;
    subject_kind: string;
    subject_id: string;
    linked_at: Date;
    withdrawn_at: Date | null;
  } & Omit<EvidenceItem, "id" | "entered_by_id">;
};
