-- 权限: accounts and sessions. A session's token begins with the area code, so the territory is known before
-- the first query; only the token's digest is stored.
CREATE SCHEMA access;

CREATE TABLE access.account (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  login_name text COLLATE "C" NOT NULL,
  password_hash text COLLATE "C" NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  failed_attempts integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  CONSTRAINT account_pk PRIMARY KEY (area_code, id),
  CONSTRAINT account_login_once UNIQUE (area_code, login_name),
  CONSTRAINT account_login_form CHECK (login_name ~ '^[a-z0-9][a-z0-9._-]{1,39}$')
);
SELECT app.distribute('access.account', 'area_code');
ALTER TABLE access.account ADD CONSTRAINT account_of_person
  FOREIGN KEY (area_code, person_id) REFERENCES people.person (area_code, id);
SELECT app.guard('access.account');

CREATE TABLE access.session (
  area_code text COLLATE "C" NOT NULL,
  token_digest bytea NOT NULL,
  account_id uuid NOT NULL,
  acting_holding_id uuid,
  created_at timestamptz NOT NULL,
  used_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT session_pk PRIMARY KEY (area_code, token_digest)
);
SELECT app.distribute('access.session', 'area_code');
ALTER TABLE access.session ADD CONSTRAINT session_of_account
  FOREIGN KEY (area_code, account_id) REFERENCES access.account (area_code, id);
SELECT app.guard('access.session');
