-- What a batch changed in a draft list, as it was before: the row of the latest version takes it back.
CREATE TABLE responsibilities.edit (
  area_code text COLLATE "C" NOT NULL,
  list_id uuid NOT NULL,
  version integer NOT NULL,
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  before jsonb NOT NULL,
  CONSTRAINT edit_pk PRIMARY KEY (area_code, list_id, version)
);
SELECT app.distribute('responsibilities.edit', 'area_code');
ALTER TABLE responsibilities.edit ADD CONSTRAINT edit_of_list
  FOREIGN KEY (area_code, list_id) REFERENCES responsibilities.list (area_code, id);
SELECT app.guard('responsibilities.edit');
SELECT app.append_only('responsibilities.edit');
