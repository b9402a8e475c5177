-- 对下级清单的意见: what a superior says of an issued list below him, and what its drafter answers. Only grows.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
CREATE TABLE responsibilities.comment (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  list_id uuid NOT NULL,
  reply_to_id uuid,
  at timestamptz NOT NULL,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  post_title text NOT NULL,
  unit_id uuid NOT NULL,
  text text NOT NULL,
  CONSTRAINT comment_pk PRIMARY KEY (area_code, id),
  CONSTRAINT comment_text_given CHECK (length(text) BETWEEN 1 AND 2000),
  CONSTRAINT comment_answered_once UNIQUE (area_code, reply_to_id)
);
SELECT app.distribute('responsibilities.comment', 'area_code');
ALTER TABLE responsibilities.comment ADD CONSTRAINT comment_of_list
  FOREIGN KEY (area_code, list_id) REFERENCES responsibilities.list (area_code, id);
ALTER TABLE responsibilities.comment ADD CONSTRAINT comment_reply_to
  FOREIGN KEY (area_code, reply_to_id) REFERENCES responsibilities.comment (area_code, id);
ALTER TABLE responsibilities.comment ADD CONSTRAINT comment_from_unit
  FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit (area_code, id);
CREATE INDEX comment_by_list ON responsibilities.comment (area_code, list_id, id);
SELECT app.guard('responsibilities.comment');
SELECT app.append_only('responsibilities.comment');
