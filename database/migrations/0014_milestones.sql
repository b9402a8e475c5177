-- 节点: a task's way to its deadline in dated steps. The plan and each step reached are lines of the action log; the
-- columns of the task are their projection. next_milestone_on is the day of the first step that is not yet reached.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
ALTER TABLE tasks.action DROP CONSTRAINT action_known;
ALTER TABLE tasks.action ADD CONSTRAINT action_known CHECK (action IN (
  'assign', 'acknowledge', 'report', 'plan', 'reach', 'submit', 'withdraw', 'accept', 'return', 'reopen',
  'requestExtension', 'extend', 'refuseExtension', 'cancel', 'decompose'));
ALTER TABLE tasks.action ADD COLUMN milestones jsonb;
ALTER TABLE tasks.action ADD COLUMN milestone integer;
ALTER TABLE tasks.action ADD CONSTRAINT action_plan_has_milestones CHECK (
  (action = 'plan') = (milestones IS NOT NULL) AND (action = 'reach') = (milestone IS NOT NULL));
ALTER TABLE tasks.task ADD COLUMN milestones jsonb NOT NULL DEFAULT '[]';
ALTER TABLE tasks.task ADD COLUMN next_milestone_on date;

CREATE OR REPLACE VIEW tasks.read_task WITH (security_invoker = true) AS
  SELECT t.area_code, t.id, t.parent_id, t.source_room, t.source_id, t.origin, t.title, t.content, t.unit_id,
         t.owner_post_id, t.owner_holding_id, t.responsibility_role, t.issuer_unit_id, t.drafter_unit_id,
         t.assigned_on, t.due_date, t.status, t.version, t.opened_at, t.submitted_on, t.closed_on,
         t.return_count, t.reopen_count, t.next_milestone_on
  FROM tasks.task t;
