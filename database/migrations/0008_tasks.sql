-- 事项: anything with content, an owner and a deadline. The status is a projection of the action log.
CREATE SCHEMA tasks;

CREATE TABLE tasks.task (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  parent_id uuid,
  source_room text COLLATE "C" NOT NULL,
  source_id uuid NOT NULL,
  origin text COLLATE "C" NOT NULL,
  title text NOT NULL,
  content text NOT NULL,
  unit_id uuid NOT NULL,
  owner_post_id uuid NOT NULL,
  owner_holding_id uuid NOT NULL,
  responsibility_role text COLLATE "C",
  issuer_unit_id uuid NOT NULL,
  drafter_unit_id uuid NOT NULL,
  assigned_on date NOT NULL,
  due_date date NOT NULL,
  status text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  opened_at timestamptz,
  submitted_on date,
  closed_on date,
  return_count integer NOT NULL DEFAULT 0,
  reopen_count integer NOT NULL DEFAULT 0,
  extension_requested_to date,
  CONSTRAINT task_pk PRIMARY KEY (area_code, id),
  CONSTRAINT task_area_is_six_digits CHECK (area_code ~ '^[0-9]{6}$'),
  CONSTRAINT task_title_given CHECK (length(title) BETWEEN 1 AND 200),
  CONSTRAINT task_content_given CHECK (length(content) BETWEEN 1 AND 20000),
  CONSTRAINT task_due_after_assigned CHECK (due_date >= assigned_on),
  CONSTRAINT task_status_known CHECK (status IN (
    'assigned', 'inProgress', 'submitted', 'returned', 'closed', 'cancelled')),
  CONSTRAINT task_origin_known CHECK (origin IN (
    'keyPoints', 'selfFound', 'superiorReview', 'masses', 'inspection', 'appraisal', 'other')),
  CONSTRAINT task_once_per_source UNIQUE (area_code, source_room, source_id, unit_id)
);
SELECT app.distribute('tasks.task', 'area_code');
ALTER TABLE tasks.task ADD CONSTRAINT task_of_unit
  FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit (area_code, id);
ALTER TABLE tasks.task ADD CONSTRAINT task_from_issuer
  FOREIGN KEY (area_code, issuer_unit_id) REFERENCES organizations.unit (area_code, id);
ALTER TABLE tasks.task ADD CONSTRAINT task_from_drafter
  FOREIGN KEY (area_code, drafter_unit_id) REFERENCES organizations.unit (area_code, id);
ALTER TABLE tasks.task ADD CONSTRAINT task_owner_post
  FOREIGN KEY (area_code, owner_post_id) REFERENCES people.post (area_code, id);
ALTER TABLE tasks.task ADD CONSTRAINT task_owner_holding
  FOREIGN KEY (area_code, owner_holding_id) REFERENCES people.holding (area_code, id);
ALTER TABLE tasks.task ADD CONSTRAINT task_parent
  FOREIGN KEY (area_code, parent_id) REFERENCES tasks.task (area_code, id);
CREATE INDEX task_by_unit ON tasks.task (area_code, unit_id, due_date, id);
CREATE INDEX task_by_due ON tasks.task (area_code, due_date, id);
CREATE INDEX task_by_source ON tasks.task (area_code, source_room, source_id);
CREATE INDEX task_by_parent ON tasks.task (area_code, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX task_by_issuer ON tasks.task (area_code, issuer_unit_id, status, due_date, id);
SELECT app.guard('tasks.task');

CREATE TABLE tasks.action (
  area_code text COLLATE "C" NOT NULL,
  task_id uuid NOT NULL,
  sequence integer NOT NULL,
  action text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  entered_on date NOT NULL,
  happened_on date,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  post_title text NOT NULL,
  unit_id uuid NOT NULL,
  note text,
  due_date date,
  CONSTRAINT action_pk PRIMARY KEY (area_code, task_id, sequence),
  CONSTRAINT action_known CHECK (action IN (
    'assign', 'acknowledge', 'report', 'submit', 'withdraw', 'accept', 'return', 'reopen',
    'requestExtension', 'extend', 'refuseExtension', 'cancel', 'decompose')),
  CONSTRAINT action_not_in_future CHECK (happened_on IS NULL OR happened_on <= entered_on)
);
SELECT app.distribute('tasks.action', 'area_code');
ALTER TABLE tasks.action ADD CONSTRAINT action_of_task
  FOREIGN KEY (area_code, task_id) REFERENCES tasks.task (area_code, id);
SELECT app.guard('tasks.action');
SELECT app.append_only('tasks.action');

CREATE TABLE tasks.assisting_unit (
  area_code text COLLATE "C" NOT NULL,
  task_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  CONSTRAINT assisting_unit_pk PRIMARY KEY (area_code, task_id, unit_id)
);
SELECT app.distribute('tasks.assisting_unit', 'area_code');
ALTER TABLE tasks.assisting_unit ADD CONSTRAINT assisting_unit_of_task
  FOREIGN KEY (area_code, task_id) REFERENCES tasks.task (area_code, id);
ALTER TABLE tasks.assisting_unit ADD CONSTRAINT assisting_unit_is_unit
  FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit (area_code, id);
SELECT app.guard('tasks.assisting_unit');

CREATE VIEW tasks.read_task WITH (security_invoker = true) AS
  SELECT t.area_code, t.id, t.parent_id, t.source_room, t.source_id, t.origin, t.title, t.content, t.unit_id,
         t.owner_post_id, t.owner_holding_id, t.responsibility_role, t.issuer_unit_id, t.drafter_unit_id,
         t.assigned_on, t.due_date, t.status, t.version, t.opened_at, t.submitted_on, t.closed_on,
         t.return_count, t.reopen_count
  FROM tasks.task t;
SELECT app.publish('tasks.read_task');

CREATE VIEW tasks.read_action WITH (security_invoker = true) AS
  SELECT a.area_code, a.task_id, a.sequence, a.action, a.at, a.entered_on, a.happened_on, a.person_name,
         a.post_title, a.unit_id, a.note, a.due_date
  FROM tasks.action a;
SELECT app.publish('tasks.read_action');
