-- 登录: failures are counted by name and by address, in buckets, so that a name that nobody has locks like any
-- other and no table grows with the number of guesses; second factors; recovery codes; single sign-on.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
SET LOCAL citus.enable_local_reference_table_foreign_keys = off;

-- What was counted here is counted in access.sign_in_guard from now on.
ALTER TABLE access.account DROP COLUMN failed_attempts;
ALTER TABLE access.account DROP COLUMN locked_until;
ALTER TABLE access.account ADD COLUMN password_must_change boolean NOT NULL DEFAULT false;
ALTER TABLE access.account ADD COLUMN password_set_at timestamptz;
ALTER TABLE access.account ADD COLUMN suspended_at timestamptz;
ALTER TABLE access.account ADD COLUMN last_sign_in_at timestamptz;
ALTER TABLE access.account ADD COLUMN last_sign_in_from text;
ALTER TABLE access.account ADD COLUMN failures_since_sign_in integer NOT NULL DEFAULT 0;

-- Who signed in with this session before is told to him; the challenge is what a passkey must sign next, once.
ALTER TABLE access.session ADD COLUMN method text COLLATE "C";
ALTER TABLE access.session ADD COLUMN user_agent text;
ALTER TABLE access.session ADD COLUMN remote_address text;
ALTER TABLE access.session ADD COLUMN factor_passed_at timestamptz;
ALTER TABLE access.session ADD COLUMN identified_at timestamptz;
ALTER TABLE access.session ADD COLUMN former_sign_in_at timestamptz;
ALTER TABLE access.session ADD COLUMN former_sign_in_from text;
ALTER TABLE access.session ADD COLUMN failures_before integer;
-- The way to the identity provider and back on which this session was won: good for one session.
ALTER TABLE access.session ADD COLUMN trip_digest bytea;
ALTER TABLE access.session ADD COLUMN challenge text COLLATE "C";
ALTER TABLE access.session ADD COLUMN challenge_expires_at timestamptz;
ALTER TABLE access.session ADD CONSTRAINT session_method_known CHECK (method IN ('password', 'singleSignOn'));
CREATE UNIQUE INDEX session_trip_once ON access.session (area_code, trip_digest) WHERE trip_digest IS NOT NULL;
CREATE INDEX session_by_account ON access.session (area_code, account_id, created_at);

CREATE TABLE access.sign_in_guard (
  area_code text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  failures integer NOT NULL DEFAULT 0,
  last_failed_at timestamptz,
  locked_until timestamptz,
  CONSTRAINT sign_in_guard_pk PRIMARY KEY (area_code, key),
  CONSTRAINT sign_in_guard_counts_up CHECK (failures >= 0)
);
SELECT app.distribute('access.sign_in_guard', 'area_code');
SELECT app.guard('access.sign_in_guard');

-- 通行密钥: only its public half; a removed one keeps its row and loses its key.
CREATE TABLE access.passkey (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  credential_id text COLLATE "C" NOT NULL,
  public_key bytea NOT NULL,
  sign_count bigint NOT NULL,
  transports text[] NOT NULL,
  rp_id text COLLATE "C" NOT NULL,
  added_at timestamptz NOT NULL,
  used_at timestamptz,
  removed_at timestamptz,
  CONSTRAINT passkey_pk PRIMARY KEY (area_code, id),
  CONSTRAINT passkey_credential_once UNIQUE (area_code, credential_id),
  CONSTRAINT passkey_name_given CHECK (length(name) BETWEEN 1 AND 40)
);
SELECT app.distribute('access.passkey', 'area_code');
ALTER TABLE access.passkey ADD CONSTRAINT passkey_of_account
  FOREIGN KEY (area_code, account_id) REFERENCES access.account (area_code, id);
CREATE INDEX passkey_by_account ON access.passkey (area_code, account_id) WHERE removed_at IS NULL;
SELECT app.guard('access.passkey');

-- 动态口令: its secret is sealed by a key that is not in the database; last_time_step makes a code good for once.
CREATE TABLE access.authenticator (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  sealed_secret bytea NOT NULL,
  begun_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  used_at timestamptz,
  last_time_step bigint,
  removed_at timestamptz,
  CONSTRAINT authenticator_pk PRIMARY KEY (area_code, id)
);
SELECT app.distribute('access.authenticator', 'area_code');
ALTER TABLE access.authenticator ADD CONSTRAINT authenticator_of_account
  FOREIGN KEY (area_code, account_id) REFERENCES access.account (area_code, id);
CREATE UNIQUE INDEX authenticator_one_in_use ON access.authenticator (area_code, account_id)
  WHERE confirmed_at IS NOT NULL AND removed_at IS NULL;
CREATE UNIQUE INDEX authenticator_one_begun ON access.authenticator (area_code, account_id)
  WHERE confirmed_at IS NULL AND removed_at IS NULL;
SELECT app.guard('access.authenticator');

-- 恢复码: the digest of each; good once, and withdrawn when new ones are made.
CREATE TABLE access.recovery_code (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  code_digest bytea NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT recovery_code_pk PRIMARY KEY (area_code, id)
);
SELECT app.distribute('access.recovery_code', 'area_code');
ALTER TABLE access.recovery_code ADD CONSTRAINT recovery_code_of_account
  FOREIGN KEY (area_code, account_id) REFERENCES access.account (area_code, id);
CREATE INDEX recovery_code_by_account ON access.recovery_code (area_code, account_id)
  WHERE used_at IS NULL AND withdrawn_at IS NULL;
SELECT app.guard('access.recovery_code');

-- 单点登录: whom the identity provider means by a subject; linked once by the person himself.
CREATE TABLE access.linked_identity (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  issuer text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  linked_at timestamptz NOT NULL,
  used_at timestamptz,
  removed_at timestamptz,
  CONSTRAINT linked_identity_pk PRIMARY KEY (area_code, id)
);
SELECT app.distribute('access.linked_identity', 'area_code');
ALTER TABLE access.linked_identity ADD CONSTRAINT linked_identity_of_account
  FOREIGN KEY (area_code, account_id) REFERENCES access.account (area_code, id);
CREATE UNIQUE INDEX linked_identity_subject_once ON access.linked_identity (area_code, issuer, subject)
  WHERE removed_at IS NULL;
CREATE UNIQUE INDEX linked_identity_one_each ON access.linked_identity (area_code, account_id, issuer)
  WHERE removed_at IS NULL;
SELECT app.guard('access.linked_identity');
