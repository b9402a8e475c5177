-- 设立单位: asked for by the system administrator and approved by the security administrator, as accounts are.
ALTER TABLE access.request DROP CONSTRAINT request_kind_known;
ALTER TABLE access.request ADD CONSTRAINT request_kind_known CHECK (
  kind IN ('openAccount', 'establishUnit', 'resetPassword', 'appoint', 'grantByName'));
