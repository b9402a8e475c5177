-- Written by describeSchema from a migrated database; not to be edited.

-- extensions

EXTENSION ltree
EXTENSION pg_trgm

-- schemas

SCHEMA access
SCHEMA app
SCHEMA assessments
SCHEMA audit
SCHEMA bulletins
SCHEMA directives
SCHEMA evidence
SCHEMA measures
SCHEMA organizations
SCHEMA people
SCHEMA responsibilities
SCHEMA tasks

-- sequences, enumerations, domains


-- tables: columns, constraints, indexes, row-level security

TABLE access.account FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  person_id uuid NOT NULL
  login_name text COLLATE "C" NOT NULL
  password_hash text COLLATE "C" NOT NULL
  demo boolean NOT NULL DEFAULT false
  created_at timestamp with time zone NOT NULL
  password_must_change boolean NOT NULL DEFAULT false
  password_set_at timestamp with time zone
  suspended_at timestamp with time zone
  last_sign_in_at timestamp with time zone
  last_sign_in_from text
  failures_since_sign_in integer NOT NULL DEFAULT 0
  CONSTRAINT account_login_form CHECK ((login_name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'::text))
  CONSTRAINT account_login_once UNIQUE (area_code, login_name)
  CONSTRAINT account_of_person FOREIGN KEY (area_code, person_id) REFERENCES people.person(area_code, id)
  CONSTRAINT account_pk PRIMARY KEY (area_code, id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE access.authenticator FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  account_id uuid NOT NULL
  sealed_secret bytea NOT NULL
  begun_at timestamp with time zone NOT NULL
  confirmed_at timestamp with time zone
  used_at timestamp with time zone
  last_time_step bigint
  removed_at timestamp with time zone
  CONSTRAINT authenticator_of_account FOREIGN KEY (area_code, account_id) REFERENCES access.account(area_code, id)
  CONSTRAINT authenticator_pk PRIMARY KEY (area_code, id)
  CREATE UNIQUE INDEX authenticator_one_begun ON access.authenticator USING btree (area_code, account_id) WHERE ((confirmed_at IS NULL) AND (removed_at IS NULL))
  CREATE UNIQUE INDEX authenticator_one_in_use ON access.authenticator USING btree (area_code, account_id) WHERE ((confirmed_at IS NOT NULL) AND (removed_at IS NULL))
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE access.linked_identity FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  account_id uuid NOT NULL
  issuer text COLLATE "C" NOT NULL
  subject text COLLATE "C" NOT NULL
  linked_at timestamp with time zone NOT NULL
  used_at timestamp with time zone
  removed_at timestamp with time zone
  CONSTRAINT linked_identity_of_account FOREIGN KEY (area_code, account_id) REFERENCES access.account(area_code, id)
  CONSTRAINT linked_identity_pk PRIMARY KEY (area_code, id)
  CREATE UNIQUE INDEX linked_identity_one_each ON access.linked_identity USING btree (area_code, account_id, issuer) WHERE (removed_at IS NULL)
  CREATE UNIQUE INDEX linked_identity_subject_once ON access.linked_identity USING btree (area_code, issuer, subject) WHERE (removed_at IS NULL)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE access.named_grant FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  person_id uuid NOT NULL
  subject_kind text COLLATE "C" NOT NULL
  subject_id uuid NOT NULL
  granted_from date NOT NULL
  granted_to date NOT NULL
  reason text NOT NULL
  ended_on date
  CONSTRAINT named_grant_kind_known CHECK ((subject_kind = 'list'::text))
  CONSTRAINT named_grant_of_person FOREIGN KEY (area_code, person_id) REFERENCES people.person(area_code, id)
  CONSTRAINT named_grant_pk PRIMARY KEY (area_code, id)
  CONSTRAINT named_grant_runs_forward CHECK ((granted_to >= granted_from))
  CREATE INDEX named_grant_by_person ON access.named_grant USING btree (area_code, person_id, granted_to)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE access.passkey FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  account_id uuid NOT NULL
  name text NOT NULL
  credential_id text COLLATE "C" NOT NULL
  public_key bytea NOT NULL
  sign_count bigint NOT NULL
  transports text[] NOT NULL
  rp_id text COLLATE "C" NOT NULL
  added_at timestamp with time zone NOT NULL
  used_at timestamp with time zone
  removed_at timestamp with time zone
  CONSTRAINT passkey_credential_once UNIQUE (area_code, credential_id)
  CONSTRAINT passkey_name_given CHECK (((length(name) >= 1) AND (length(name) <= 40)))
  CONSTRAINT passkey_of_account FOREIGN KEY (area_code, account_id) REFERENCES access.account(area_code, id)
  CONSTRAINT passkey_pk PRIMARY KEY (area_code, id)
  CREATE INDEX passkey_by_account ON access.passkey USING btree (area_code, account_id) WHERE (removed_at IS NULL)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE access.recovery_code FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  account_id uuid NOT NULL
  code_digest bytea NOT NULL
  made_at timestamp with time zone NOT NULL
  used_at timestamp with time zone
  withdrawn_at timestamp with time zone
  CONSTRAINT recovery_code_of_account FOREIGN KEY (area_code, account_id) REFERENCES access.account(area_code, id)
  CONSTRAINT recovery_code_pk PRIMARY KEY (area_code, id)
  CREATE INDEX recovery_code_by_account ON access.recovery_code USING btree (area_code, account_id) WHERE ((used_at IS NULL) AND (withdrawn_at IS NULL))
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE access.request FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  kind text COLLATE "C" NOT NULL
  payload jsonb NOT NULL
  words text NOT NULL
  reason text NOT NULL
  status text COLLATE "C" NOT NULL
  asked_at timestamp with time zone NOT NULL
  asked_by_id uuid NOT NULL
  asked_by_name text NOT NULL
  decided_at timestamp with time zone
  decided_by_id uuid
  decided_by_name text
  note text
  CONSTRAINT request_decided_whole CHECK (((status = 'pending'::text) = (decided_at IS NULL)))
  CONSTRAINT request_kind_known CHECK ((kind = ANY (ARRAY['openAccount'::text, 'establishUnit'::text, 'resetPassword'::text, 'appoint'::text, 'grantByName'::text])))
  CONSTRAINT request_not_decided_by_asker CHECK (((status <> ALL (ARRAY['approved'::text, 'refused'::text])) OR (decided_by_id <> asked_by_id)))
  CONSTRAINT request_pk PRIMARY KEY (area_code, id)
  CONSTRAINT request_reason_given CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  CONSTRAINT request_status_known CHECK ((status = ANY (ARRAY['pending'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
  CREATE INDEX request_by_status ON access.request USING btree (area_code, status, id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE access.session FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  token_digest bytea NOT NULL
  account_id uuid NOT NULL
  acting_holding_id uuid
  created_at timestamp with time zone NOT NULL
  used_at timestamp with time zone NOT NULL
  ended_at timestamp with time zone
  method text COLLATE "C"
  user_agent text
  remote_address text
  factor_passed_at timestamp with time zone
  identified_at timestamp with time zone
  former_sign_in_at timestamp with time zone
  former_sign_in_from text
  failures_before integer
  trip_digest bytea
  challenge text COLLATE "C"
  challenge_expires_at timestamp with time zone
  CONSTRAINT session_method_known CHECK ((method = ANY (ARRAY['password'::text, 'singleSignOn'::text])))
  CONSTRAINT session_of_account FOREIGN KEY (area_code, account_id) REFERENCES access.account(area_code, id)
  CONSTRAINT session_pk PRIMARY KEY (area_code, token_digest)
  CREATE INDEX session_by_account ON access.session USING btree (area_code, account_id, created_at)
  CREATE UNIQUE INDEX session_trip_once ON access.session USING btree (area_code, trip_digest) WHERE (trip_digest IS NOT NULL)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE access.sign_in_guard FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  key text COLLATE "C" NOT NULL
  failures integer NOT NULL DEFAULT 0
  last_failed_at timestamp with time zone
  locked_until timestamp with time zone
  CONSTRAINT sign_in_guard_counts_up CHECK ((failures >= 0))
  CONSTRAINT sign_in_guard_pk PRIMARY KEY (area_code, key)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE app.application_role
  only_row boolean NOT NULL
  name text NOT NULL
  CONSTRAINT application_role_pk PRIMARY KEY (only_row)
  CONSTRAINT only_one_row CHECK (only_row)
TABLE app.area
  code text COLLATE "C" NOT NULL
  name text NOT NULL
  demo boolean NOT NULL DEFAULT false
  CONSTRAINT area_code_is_six_digits CHECK ((code ~ '^[0-9]{6}$'::text))
  CONSTRAINT area_name_given CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  CONSTRAINT area_pk PRIMARY KEY (code)
TABLE app.calendar_day
  day date NOT NULL
  workday boolean NOT NULL
  name text NOT NULL
  source text NOT NULL
  CONSTRAINT calendar_day_pk PRIMARY KEY (day)
TABLE app.command FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  account_id uuid NOT NULL
  key text COLLATE "C" NOT NULL
  request_digest text COLLATE "C" NOT NULL
  status integer NOT NULL
  response jsonb NOT NULL
  done_at timestamp with time zone NOT NULL
  CONSTRAINT command_area_is_six_digits CHECK ((area_code ~ '^[0-9]{6}$'::text))
  CONSTRAINT command_key_bounded CHECK (((length(key) >= 8) AND (length(key) <= 100)))
  CONSTRAINT command_pk PRIMARY KEY (area_code, account_id, key)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE app.migration
  number integer NOT NULL
  name text NOT NULL
  checksum text NOT NULL
  applied_at timestamp with time zone NOT NULL DEFAULT now()
  CONSTRAINT migration_pk PRIMARY KEY (number)
TABLE assessments.indicator_score FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  run_id uuid NOT NULL
  unit_id uuid NOT NULL
  measure text COLLATE "C" NOT NULL
  numerator bigint NOT NULL
  denominator bigint NOT NULL
  score integer
  rank integer
  lost bigint NOT NULL
  CONSTRAINT indicator_score_not_negative CHECK (((numerator >= 0) AND (denominator >= 0)))
  CONSTRAINT indicator_score_of_run FOREIGN KEY (area_code, run_id) REFERENCES assessments.run(area_code, id)
  CONSTRAINT indicator_score_pk PRIMARY KEY (area_code, run_id, unit_id, measure)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE assessments.result FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  run_id uuid NOT NULL
  unit_id uuid NOT NULL
  unit_name text NOT NULL
  ordinal integer NOT NULL
  total bigint
  rank integer
  gap_to_first bigint
  CONSTRAINT result_of_run FOREIGN KEY (area_code, run_id) REFERENCES assessments.run(area_code, id)
  CONSTRAINT result_of_unit FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT result_pk PRIMARY KEY (area_code, run_id, unit_id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE assessments.run FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  owner_unit_id uuid NOT NULL
  scheme_code text COLLATE "C" NOT NULL
  scheme_version integer NOT NULL
  scheme jsonb NOT NULL
  title text NOT NULL
  group_name text NOT NULL
  period_from date NOT NULL
  cutoff date NOT NULL
  frozen_at timestamp with time zone NOT NULL
  frozen_by_name text NOT NULL
  input_digest text COLLATE "C" NOT NULL
  CONSTRAINT run_area_is_six_digits CHECK ((area_code ~ '^[0-9]{6}$'::text))
  CONSTRAINT run_digest_is_sha256 CHECK ((input_digest ~ '^[0-9a-f]{64}$'::text))
  CONSTRAINT run_of_owner FOREIGN KEY (area_code, owner_unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT run_period_forward CHECK ((cutoff >= period_from))
  CONSTRAINT run_pk PRIMARY KEY (area_code, id)
  CONSTRAINT run_title_given CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CREATE INDEX run_by_owner ON assessments.run USING btree (area_code, owner_unit_id, frozen_at, id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE audit.archive FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  first_sequence bigint NOT NULL
  last_sequence bigint NOT NULL
  previous_digest bytea NOT NULL
  last_digest bytea NOT NULL
  manifest_digest bytea NOT NULL
  archived_at timestamp with time zone NOT NULL
  CONSTRAINT archive_area_is_six_digits CHECK ((area_code ~ '^[0-9]{6}$'::text))
  CONSTRAINT archive_digest_length CHECK (((octet_length(previous_digest) = 32) AND (octet_length(last_digest) = 32) AND (octet_length(manifest_digest) = 32)))
  CONSTRAINT archive_pk PRIMARY KEY (area_code, id)
  CONSTRAINT archive_sequence_forward CHECK (((first_sequence >= 1) AND (last_sequence >= first_sequence)))
  CREATE INDEX archive_by_sequence ON audit.archive USING btree (area_code, last_sequence)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE audit.record FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  at timestamp with time zone NOT NULL
  account_id uuid
  person_name text
  post_title text
  unit_id uuid
  action text COLLATE "C" NOT NULL
  subject_kind text COLLATE "C" NOT NULL
  subject_id text COLLATE "C" NOT NULL
  before text
  after text
  result text COLLATE "C" NOT NULL
  request_id text COLLATE "C" NOT NULL
  remote_address text
  person_id uuid
  holding_id uuid
  post_kind text COLLATE "C"
  unit_name text
  subject_title text
  written_by xid8 NOT NULL DEFAULT pg_current_xact_id()
  CONSTRAINT record_area_is_six_digits CHECK ((area_code ~ '^[0-9]{6}$'::text))
  CONSTRAINT record_pk PRIMARY KEY (area_code, id)
  CONSTRAINT record_result_known CHECK ((result = ANY (ARRAY['done'::text, 'refused'::text])))
  CREATE INDEX record_by_subject ON audit.record USING btree (area_code, subject_kind, subject_id, id)
  CREATE INDEX record_by_time ON audit.record USING btree (area_code, at, id)
  CREATE INDEX record_by_writer ON audit.record USING btree (area_code, written_by, id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE audit.seal FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  sequence bigint NOT NULL
  record_id uuid NOT NULL
  digest bytea NOT NULL
  sealed_at timestamp with time zone NOT NULL
  unsealed_from xid8 NOT NULL
  CONSTRAINT seal_area_is_six_digits CHECK ((area_code ~ '^[0-9]{6}$'::text))
  CONSTRAINT seal_digest_length CHECK ((octet_length(digest) = 32))
  CONSTRAINT seal_pk PRIMARY KEY (area_code, sequence)
  CONSTRAINT seal_record_once UNIQUE (area_code, record_id)
  CONSTRAINT seal_sequence_from_one CHECK ((sequence >= 1))
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE bulletins.bulletin FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  issuer_unit_id uuid NOT NULL
  drafter_unit_id uuid NOT NULL
  run_id uuid NOT NULL
  title text NOT NULL
  body jsonb NOT NULL
  circle text NOT NULL
  status text COLLATE "C" NOT NULL
  version integer NOT NULL DEFAULT 1
  drafted_at timestamp with time zone NOT NULL
  drafted_by_id uuid NOT NULL
  drafted_by_name text NOT NULL
  author_ids uuid[] NOT NULL
  checked_by_id uuid
  checked_by_name text
  checked_at timestamp with time zone
  signer_id uuid
  signer_name text
  signed_on date
  number_prefix text NOT NULL
  number_year integer
  number_serial integer
  document_number text
  issued_document jsonb
  sha256 text COLLATE "C"
  withdrawn_on date
  withdrawn_reason text
  search_text text NOT NULL DEFAULT ''::text
  CONSTRAINT bulletin_area_is_six_digits CHECK ((area_code ~ '^[0-9]{6}$'::text))
  CONSTRAINT bulletin_checked_by_another CHECK (((checked_by_id IS NULL) OR (checked_by_id <> ALL (author_ids))))
  CONSTRAINT bulletin_from_drafter FOREIGN KEY (area_code, drafter_unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT bulletin_from_issuer FOREIGN KEY (area_code, issuer_unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT bulletin_issued_whole CHECK (((status <> 'issued'::text) OR ((signer_id IS NOT NULL) AND (signed_on IS NOT NULL) AND (document_number IS NOT NULL) AND (number_serial IS NOT NULL) AND (checked_by_id IS NOT NULL) AND (issued_document IS NOT NULL) AND (sha256 IS NOT NULL))))
  CONSTRAINT bulletin_number_once UNIQUE (area_code, issuer_unit_id, number_prefix, number_year, number_serial)
  CONSTRAINT bulletin_number_prefix_given CHECK (((length(number_prefix) >= 1) AND (length(number_prefix) <= 20)))
  CONSTRAINT bulletin_of_run FOREIGN KEY (area_code, run_id) REFERENCES assessments.run(area_code, id)
  CONSTRAINT bulletin_pk PRIMARY KEY (area_code, id)
  CONSTRAINT bulletin_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'checked'::text, 'issued'::text, 'withdrawn'::text])))
  CONSTRAINT bulletin_title_given CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CONSTRAINT bulletin_withdrawn_with_reason CHECK (((status <> 'withdrawn'::text) OR (withdrawn_reason IS NOT NULL)))
  CREATE INDEX bulletin_by_issuer ON bulletins.bulletin USING btree (area_code, issuer_unit_id, drafted_at)
  CREATE UNIQUE INDEX bulletin_one_issued_per_run ON bulletins.bulletin USING btree (area_code, run_id) WHERE (status = 'issued'::text)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE bulletins.numbering FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  issuer_unit_id uuid NOT NULL
  number_prefix text NOT NULL
  number_year integer NOT NULL
  last_serial integer NOT NULL
  CONSTRAINT numbering_from_one CHECK ((last_serial >= 1))
  CONSTRAINT numbering_of_issuer FOREIGN KEY (area_code, issuer_unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT numbering_pk PRIMARY KEY (area_code, issuer_unit_id, number_prefix, number_year)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE bulletins.receiver FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  bulletin_id uuid NOT NULL
  unit_id uuid NOT NULL
  CONSTRAINT receiver_is_unit FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT receiver_of_bulletin FOREIGN KEY (area_code, bulletin_id) REFERENCES bulletins.bulletin(area_code, id)
  CONSTRAINT receiver_pk PRIMARY KEY (area_code, bulletin_id, unit_id)
  CREATE INDEX receiver_by_unit ON bulletins.receiver USING btree (area_code, unit_id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE bulletins.step FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  bulletin_id uuid NOT NULL
  sequence integer NOT NULL
  act text COLLATE "C" NOT NULL
  at timestamp with time zone NOT NULL
  person_id uuid NOT NULL
  person_name text NOT NULL
  post_title text NOT NULL
  note text
  CONSTRAINT step_act_known CHECK ((act = ANY (ARRAY['draft'::text, 'edit'::text, 'check'::text, 'sendBack'::text, 'sign'::text, 'withdraw'::text])))
  CONSTRAINT step_of_bulletin FOREIGN KEY (area_code, bulletin_id) REFERENCES bulletins.bulletin(area_code, id)
  CONSTRAINT step_pk PRIMARY KEY (area_code, bulletin_id, sequence)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE directives.clause FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  document_id uuid NOT NULL
  parent_id uuid
  ordinal integer NOT NULL
  level integer NOT NULL
  marker text
  heading text
  text text NOT NULL
  source_line integer NOT NULL
  start_offset integer NOT NULL
  end_offset integer NOT NULL
  requirement boolean NOT NULL
  quantities jsonb NOT NULL
  deadlines jsonb NOT NULL
  frequencies jsonb NOT NULL
  organizations jsonb NOT NULL
  edited boolean NOT NULL DEFAULT false
  dropped_at timestamp with time zone
  merged_into_id uuid
  CONSTRAINT clause_level_counts CHECK ((level >= 1))
  CONSTRAINT clause_merged_into FOREIGN KEY (area_code, merged_into_id) REFERENCES directives.clause(area_code, id)
  CONSTRAINT clause_of_document FOREIGN KEY (area_code, document_id) REFERENCES directives.document(area_code, id)
  CONSTRAINT clause_offsets_forward CHECK (((end_offset >= start_offset) AND (start_offset >= 0)))
  CONSTRAINT clause_parent FOREIGN KEY (area_code, parent_id) REFERENCES directives.clause(area_code, id)
  CONSTRAINT clause_pk PRIMARY KEY (area_code, id)
  CREATE INDEX clause_by_document ON directives.clause USING btree (area_code, document_id, ordinal)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE directives.clause_use FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  clause_id uuid NOT NULL
  subject_kind text COLLATE "C" NOT NULL
  subject_id uuid NOT NULL
  list_id uuid NOT NULL
  used_at timestamp with time zone NOT NULL
  ended_at timestamp with time zone
  CONSTRAINT clause_use_of_clause FOREIGN KEY (area_code, clause_id) REFERENCES directives.clause(area_code, id)
  CONSTRAINT clause_use_pk PRIMARY KEY (area_code, clause_id, subject_kind, subject_id)
  CREATE INDEX clause_use_by_subject ON directives.clause_use USING btree (area_code, subject_kind, subject_id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE directives.document FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  unit_id uuid NOT NULL
  title text NOT NULL
  document_number text
  year integer NOT NULL
  document_date date
  file_name text NOT NULL
  format text COLLATE "C" NOT NULL
  sha256 text COLLATE "C" NOT NULL
  content text NOT NULL
  version integer NOT NULL DEFAULT 1
  entered_at timestamp with time zone NOT NULL
  entered_by_name text NOT NULL
  changed_at timestamp with time zone
  changed_by_name text
  search_text text NOT NULL DEFAULT ''::text
  CONSTRAINT document_area_is_six_digits CHECK ((area_code ~ '^[0-9]{6}$'::text))
  CONSTRAINT document_format_known CHECK ((format = ANY (ARRAY['txt'::text, 'docx'::text])))
  CONSTRAINT document_of_unit FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT document_pk PRIMARY KEY (area_code, id)
  CONSTRAINT document_title_given CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CONSTRAINT document_year_plausible CHECK (((year >= 1949) AND (year <= 2100)))
  CREATE INDEX document_by_unit ON directives.document USING btree (area_code, unit_id, entered_at)
  CREATE UNIQUE INDEX document_digest_once ON directives.document USING btree (area_code, unit_id, sha256)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE directives.edit FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  document_id uuid NOT NULL
  version integer NOT NULL
  kind text COLLATE "C" NOT NULL
  at timestamp with time zone NOT NULL
  by_name text NOT NULL
  change jsonb NOT NULL
  CONSTRAINT edit_kind_known CHECK ((kind = ANY (ARRAY['text'::text, 'requirement'::text, 'merge'::text, 'split'::text, 'drop'::text, 'takeBack'::text])))
  CONSTRAINT edit_of_document FOREIGN KEY (area_code, document_id) REFERENCES directives.document(area_code, id)
  CONSTRAINT edit_pk PRIMARY KEY (area_code, document_id, version)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE evidence.item FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  unit_id uuid NOT NULL
  kind text COLLATE "C" NOT NULL
  title text NOT NULL
  note text
  happened_on date NOT NULL
  entered_at timestamp with time zone NOT NULL
  entered_on date NOT NULL
  entered_by_id uuid NOT NULL
  entered_by_name text NOT NULL
  file_name text
  media_type text COLLATE "C"
  size_bytes bigint
  sha256 text COLLATE "C"
  CONSTRAINT item_file_whole CHECK ((((kind = 'note'::text) AND (note IS NOT NULL) AND (sha256 IS NULL)) OR ((kind = 'file'::text) AND (file_name IS NOT NULL) AND (size_bytes > 0) AND (sha256 ~ '^[0-9a-f]{64}$'::text))))
  CONSTRAINT item_kind_known CHECK ((kind = ANY (ARRAY['file'::text, 'note'::text])))
  CONSTRAINT item_not_in_future CHECK ((happened_on <= entered_on))
  CONSTRAINT item_of_unit FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT item_pk PRIMARY KEY (area_code, id)
  CREATE UNIQUE INDEX item_file_once ON evidence.item USING btree (area_code, unit_id, sha256) WHERE (sha256 IS NOT NULL)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE evidence.link FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  evidence_id uuid NOT NULL
  subject_kind text COLLATE "C" NOT NULL
  subject_id uuid NOT NULL
  linked_at timestamp with time zone NOT NULL
  linked_by_id uuid NOT NULL
  withdrawn_at timestamp with time zone
  CONSTRAINT link_of_evidence FOREIGN KEY (area_code, evidence_id) REFERENCES evidence.item(area_code, id)
  CONSTRAINT link_pk PRIMARY KEY (area_code, evidence_id, subject_kind, subject_id)
  CREATE INDEX link_by_subject ON evidence.link USING btree (area_code, subject_kind, subject_id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE measures.frozen_value FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  run_id uuid NOT NULL
  measure text COLLATE "C" NOT NULL
  unit_id uuid NOT NULL
  numerator bigint NOT NULL
  denominator bigint NOT NULL
  records jsonb NOT NULL
  CONSTRAINT frozen_value_not_negative CHECK (((numerator >= 0) AND (denominator >= 0)))
  CONSTRAINT frozen_value_of_unit FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT frozen_value_pk PRIMARY KEY (area_code, run_id, measure, unit_id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE organizations.unit FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  founded_on date NOT NULL
  abolished_on date
  CONSTRAINT unit_area_is_six_digits CHECK ((area_code ~ '^[0-9]{6}$'::text))
  CONSTRAINT unit_lives_forward CHECK (((abolished_on IS NULL) OR (abolished_on >= founded_on)))
  CONSTRAINT unit_pk PRIMARY KEY (area_code, id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE organizations.unit_version FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  unit_id uuid NOT NULL
  valid_from date NOT NULL
  valid_to date
  name text NOT NULL
  full_name text NOT NULL
  kind text COLLATE "C" NOT NULL
  sector text COLLATE "C"
  official_code text COLLATE "C" NOT NULL
  parent_id uuid
  system_parent_id uuid
  drafts_for_id uuid
  path public.ltree NOT NULL
  system_path public.ltree
  member_count integer NOT NULL DEFAULT 0
  search_text text NOT NULL
  CONSTRAINT unit_version_drafts_for FOREIGN KEY (area_code, drafts_for_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT unit_version_kind_known CHECK ((kind = ANY (ARRAY['countyCommittee'::text, 'department'::text, 'leadingGroup'::text, 'workingCommittee'::text, 'systemCommittee'::text, 'township'::text, 'subdistrict'::text, 'village'::text, 'community'::text, 'partyCommittee'::text, 'generalBranch'::text, 'partyBranch'::text, 'organ'::text, 'school'::text, 'hospital'::text, 'stateEnterprise'::text, 'enterprise'::text, 'socialOrganization'::text])))
  CONSTRAINT unit_version_lives_forward CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
  CONSTRAINT unit_version_members_not_negative CHECK ((member_count >= 0))
  CONSTRAINT unit_version_name_given CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  CONSTRAINT unit_version_not_own_parent CHECK (((parent_id <> unit_id) AND (system_parent_id <> unit_id)))
  CONSTRAINT unit_version_of_unit FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT unit_version_parent FOREIGN KEY (area_code, parent_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT unit_version_pk PRIMARY KEY (area_code, id)
  CONSTRAINT unit_version_root_has_no_parent CHECK (((parent_id IS NULL) = (public.nlevel(path) = 1)))
  CONSTRAINT unit_version_sector_known CHECK ((sector = ANY (ARRAY['rural'::text, 'urban'::text, 'organ'::text, 'stateEnterprise'::text, 'school'::text, 'hospital'::text, 'newOrganization'::text])))
  CONSTRAINT unit_version_system_parent FOREIGN KEY (area_code, system_parent_id) REFERENCES organizations.unit(area_code, id)
  CREATE INDEX unit_version_by_parent ON organizations.unit_version USING btree (area_code, parent_id, official_code) WHERE (valid_to IS NULL)
  CREATE INDEX unit_version_by_path ON organizations.unit_version USING gist (path)
  CREATE INDEX unit_version_by_search ON organizations.unit_version USING gin (search_text public.gin_trgm_ops)
  CREATE INDEX unit_version_by_unit ON organizations.unit_version USING btree (area_code, unit_id, valid_from)
  CREATE UNIQUE INDEX unit_version_code_once ON organizations.unit_version USING btree (area_code, official_code) WHERE (valid_to IS NULL)
  CREATE UNIQUE INDEX unit_version_one_current ON organizations.unit_version USING btree (area_code, unit_id) WHERE (valid_to IS NULL)
  CREATE UNIQUE INDEX unit_version_one_root ON organizations.unit_version USING btree (area_code) WHERE ((valid_to IS NULL) AND (parent_id IS NULL))
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE people.contact FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  person_id uuid NOT NULL
  sealed_key bytea
  sealing_key text COLLATE "C"
  sealed_id_number bytea
  sealed_phone bytea
  entered_at timestamp with time zone NOT NULL
  entered_by_name text NOT NULL
  destroyed_at timestamp with time zone
  CONSTRAINT contact_key_until_destroyed CHECK ((((sealed_key IS NULL) = (destroyed_at IS NOT NULL)) AND ((sealing_key IS NULL) = (destroyed_at IS NOT NULL))))
  CONSTRAINT contact_of_person FOREIGN KEY (area_code, person_id) REFERENCES people.person(area_code, id)
  CONSTRAINT contact_pk PRIMARY KEY (area_code, id)
  CONSTRAINT contact_sealing_key_form CHECK ((sealing_key ~ '^[0-9a-f]{16}$'::text))
  CREATE INDEX contact_by_sealing_key ON people.contact USING btree (area_code, sealing_key, id) WHERE (destroyed_at IS NULL)
  CREATE UNIQUE INDEX contact_one_readable ON people.contact USING btree (area_code, person_id) WHERE (destroyed_at IS NULL)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE people.holding FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  post_id uuid NOT NULL
  person_id uuid NOT NULL
  held_from date NOT NULL
  held_to date
  is_deputising boolean NOT NULL DEFAULT false
  CONSTRAINT holding_by_person FOREIGN KEY (area_code, person_id) REFERENCES people.person(area_code, id)
  CONSTRAINT holding_deputising_ends CHECK (((NOT is_deputising) OR (held_to IS NOT NULL)))
  CONSTRAINT holding_lives_forward CHECK (((held_to IS NULL) OR (held_to >= held_from)))
  CONSTRAINT holding_of_post FOREIGN KEY (area_code, post_id) REFERENCES people.post(area_code, id)
  CONSTRAINT holding_pk PRIMARY KEY (area_code, id)
  CREATE INDEX holding_by_person_open ON people.holding USING btree (area_code, person_id, held_from)
  CREATE UNIQUE INDEX holding_one_holder ON people.holding USING btree (area_code, post_id) WHERE (held_to IS NULL)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE people.person FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  name text NOT NULL
  search_text text NOT NULL DEFAULT ''::text
  CONSTRAINT person_area_is_six_digits CHECK ((area_code ~ '^[0-9]{6}$'::text))
  CONSTRAINT person_name_given CHECK (((length(name) >= 1) AND (length(name) <= 40)))
  CONSTRAINT person_pk PRIMARY KEY (area_code, id)
  CREATE INDEX person_by_search ON people.person USING gin (search_text public.gin_trgm_ops)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE people.post FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  unit_id uuid NOT NULL
  title text NOT NULL
  kind text COLLATE "C" NOT NULL
  responsibility_role text COLLATE "C"
  ordinal integer NOT NULL
  CONSTRAINT post_kind_known CHECK ((kind = ANY (ARRAY['secretary'::text, 'deputySecretary'::text, 'organizationOfficer'::text, 'departmentHead'::text, 'sectionOfficer'::text, 'clerk'::text, 'leadingMember'::text, 'firstSecretary'::text, 'instructor'::text, 'inspector'::text, 'observer'::text, 'rater'::text, 'systemAdministrator'::text, 'securityAdministrator'::text, 'auditAdministrator'::text])))
  CONSTRAINT post_of_unit FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT post_pk PRIMARY KEY (area_code, id)
  CONSTRAINT post_role_known CHECK ((responsibility_role = ANY (ARRAY['firstResponsible'::text, 'directResponsible'::text, 'mainResponsible'::text, 'specificResponsible'::text, 'dualDuty'::text])))
  CREATE INDEX post_by_unit ON people.post USING btree (area_code, unit_id, ordinal)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE people.revelation FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  person_id uuid NOT NULL
  field text COLLATE "C" NOT NULL
  purpose text NOT NULL
  revealed_by uuid NOT NULL
  revealed_on date NOT NULL
  CONSTRAINT revelation_by_person FOREIGN KEY (area_code, revealed_by) REFERENCES people.person(area_code, id)
  CONSTRAINT revelation_field_known CHECK ((field = ANY (ARRAY['idNumber'::text, 'phone'::text])))
  CONSTRAINT revelation_of_person FOREIGN KEY (area_code, person_id) REFERENCES people.person(area_code, id)
  CONSTRAINT revelation_pk PRIMARY KEY (area_code, id)
  CONSTRAINT revelation_purpose_given CHECK (((length(purpose) >= 1) AND (length(purpose) <= 200)))
  CREATE INDEX revelation_by_day ON people.revelation USING btree (area_code, revealed_by, revealed_on)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE responsibilities.comment FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  list_id uuid NOT NULL
  reply_to_id uuid
  at timestamp with time zone NOT NULL
  person_id uuid NOT NULL
  person_name text NOT NULL
  post_title text NOT NULL
  unit_id uuid NOT NULL
  text text NOT NULL
  CONSTRAINT comment_answered_once UNIQUE (area_code, reply_to_id)
  CONSTRAINT comment_from_unit FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT comment_of_list FOREIGN KEY (area_code, list_id) REFERENCES responsibilities.list(area_code, id)
  CONSTRAINT comment_pk PRIMARY KEY (area_code, id)
  CONSTRAINT comment_reply_to FOREIGN KEY (area_code, reply_to_id) REFERENCES responsibilities.comment(area_code, id)
  CONSTRAINT comment_text_given CHECK (((length(text) >= 1) AND (length(text) <= 2000)))
  CREATE INDEX comment_by_list ON responsibilities.comment USING btree (area_code, list_id, id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE responsibilities.edit FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  list_id uuid NOT NULL
  version integer NOT NULL
  at timestamp with time zone NOT NULL
  by_name text NOT NULL
  before jsonb NOT NULL
  CONSTRAINT edit_of_list FOREIGN KEY (area_code, list_id) REFERENCES responsibilities.list(area_code, id)
  CONSTRAINT edit_pk PRIMARY KEY (area_code, list_id, version)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE responsibilities.item FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  list_id uuid NOT NULL
  ordinal integer NOT NULL
  origin text COLLATE "C" NOT NULL
  clause_id uuid
  content text NOT NULL DEFAULT ''::text
  target text NOT NULL DEFAULT ''::text
  measures text NOT NULL DEFAULT ''::text
  responsibility_role text COLLATE "C"
  due_date date
  remarks text NOT NULL DEFAULT ''::text
  is_proposed boolean NOT NULL DEFAULT false
  version integer NOT NULL DEFAULT 1
  changed_at timestamp with time zone
  changed_by_name text
  removed_at timestamp with time zone
  CONSTRAINT item_from_clause FOREIGN KEY (area_code, clause_id) REFERENCES directives.clause(area_code, id)
  CONSTRAINT item_of_list FOREIGN KEY (area_code, list_id) REFERENCES responsibilities.list(area_code, id)
  CONSTRAINT item_origin_known CHECK ((origin = ANY (ARRAY['keyPoints'::text, 'selfFound'::text, 'superiorReview'::text, 'masses'::text, 'inspection'::text, 'appraisal'::text, 'other'::text])))
  CONSTRAINT item_pk PRIMARY KEY (area_code, id)
  CONSTRAINT item_role_known CHECK ((responsibility_role = ANY (ARRAY['firstResponsible'::text, 'directResponsible'::text, 'mainResponsible'::text, 'specificResponsible'::text, 'dualDuty'::text])))
  CREATE INDEX item_by_clause ON responsibilities.item USING btree (area_code, clause_id) WHERE (clause_id IS NOT NULL)
  CREATE INDEX item_by_list ON responsibilities.item USING btree (area_code, list_id, ordinal)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE responsibilities.item_unit FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  item_id uuid NOT NULL
  unit_id uuid NOT NULL
  role text COLLATE "C" NOT NULL
  post_id uuid
  removed_at timestamp with time zone
  CONSTRAINT item_unit_is_unit FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT item_unit_of_item FOREIGN KEY (area_code, item_id) REFERENCES responsibilities.item(area_code, id)
  CONSTRAINT item_unit_pk PRIMARY KEY (area_code, item_id, unit_id)
  CONSTRAINT item_unit_post FOREIGN KEY (area_code, post_id) REFERENCES people.post(area_code, id)
  CONSTRAINT item_unit_role_known CHECK ((role = ANY (ARRAY['lead'::text, 'assist'::text])))
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE responsibilities.list FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  title text NOT NULL
  year integer NOT NULL
  drafter_unit_id uuid NOT NULL
  issuer_unit_id uuid NOT NULL
  document_id uuid
  parent_task_id uuid
  status text COLLATE "C" NOT NULL
  version integer NOT NULL DEFAULT 1
  created_at timestamp with time zone NOT NULL
  created_by_name text NOT NULL
  changed_at timestamp with time zone
  changed_by_name text
  signed_on date
  signer_id uuid
  signer_name text
  signer_post text
  return_note text
  search_text text NOT NULL DEFAULT ''::text
  CONSTRAINT list_area_is_six_digits CHECK ((area_code ~ '^[0-9]{6}$'::text))
  CONSTRAINT list_from_document FOREIGN KEY (area_code, document_id) REFERENCES directives.document(area_code, id)
  CONSTRAINT list_from_drafter FOREIGN KEY (area_code, drafter_unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT list_from_issuer FOREIGN KEY (area_code, issuer_unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT list_from_task FOREIGN KEY (area_code, parent_task_id) REFERENCES tasks.task(area_code, id)
  CONSTRAINT list_pk PRIMARY KEY (area_code, id)
  CONSTRAINT list_published_is_signed CHECK (((status <> 'published'::text) OR ((signed_on IS NOT NULL) AND (signer_id IS NOT NULL))))
  CONSTRAINT list_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'forSignature'::text, 'published'::text, 'cancelled'::text])))
  CONSTRAINT list_title_given CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CREATE INDEX list_by_drafter ON responsibilities.list USING btree (area_code, drafter_unit_id, year, id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE tasks.action FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  task_id uuid NOT NULL
  sequence integer NOT NULL
  action text COLLATE "C" NOT NULL
  at timestamp with time zone NOT NULL
  entered_on date NOT NULL
  happened_on date
  person_id uuid NOT NULL
  person_name text NOT NULL
  post_title text NOT NULL
  unit_id uuid NOT NULL
  note text
  due_date date
  milestones jsonb
  milestone integer
  CONSTRAINT action_known CHECK ((action = ANY (ARRAY['assign'::text, 'acknowledge'::text, 'report'::text, 'plan'::text, 'reach'::text, 'submit'::text, 'withdraw'::text, 'accept'::text, 'return'::text, 'reopen'::text, 'requestExtension'::text, 'extend'::text, 'refuseExtension'::text, 'cancel'::text, 'decompose'::text])))
  CONSTRAINT action_not_in_future CHECK (((happened_on IS NULL) OR (happened_on <= entered_on)))
  CONSTRAINT action_of_task FOREIGN KEY (area_code, task_id) REFERENCES tasks.task(area_code, id)
  CONSTRAINT action_pk PRIMARY KEY (area_code, task_id, sequence)
  CONSTRAINT action_plan_has_milestones CHECK ((((action = 'plan'::text) = (milestones IS NOT NULL)) AND ((action = 'reach'::text) = (milestone IS NOT NULL))))
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE tasks.assisting_unit FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  task_id uuid NOT NULL
  unit_id uuid NOT NULL
  CONSTRAINT assisting_unit_is_unit FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT assisting_unit_of_task FOREIGN KEY (area_code, task_id) REFERENCES tasks.task(area_code, id)
  CONSTRAINT assisting_unit_pk PRIMARY KEY (area_code, task_id, unit_id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))
TABLE tasks.task FORCE ROW LEVEL SECURITY
  area_code text COLLATE "C" NOT NULL
  id uuid NOT NULL
  parent_id uuid
  source_room text COLLATE "C" NOT NULL
  source_id uuid NOT NULL
  origin text COLLATE "C" NOT NULL
  title text NOT NULL
  content text NOT NULL
  unit_id uuid NOT NULL
  owner_post_id uuid NOT NULL
  owner_holding_id uuid NOT NULL
  responsibility_role text COLLATE "C"
  issuer_unit_id uuid NOT NULL
  drafter_unit_id uuid NOT NULL
  assigned_on date NOT NULL
  due_date date NOT NULL
  status text COLLATE "C" NOT NULL
  version integer NOT NULL
  opened_at timestamp with time zone
  submitted_on date
  closed_on date
  return_count integer NOT NULL DEFAULT 0
  reopen_count integer NOT NULL DEFAULT 0
  extension_requested_to date
  milestones jsonb NOT NULL DEFAULT '[]'::jsonb
  next_milestone_on date
  search_text text NOT NULL DEFAULT ''::text
  CONSTRAINT task_area_is_six_digits CHECK ((area_code ~ '^[0-9]{6}$'::text))
  CONSTRAINT task_content_given CHECK (((length(content) >= 1) AND (length(content) <= 20000)))
  CONSTRAINT task_due_after_assigned CHECK ((due_date >= assigned_on))
  CONSTRAINT task_from_drafter FOREIGN KEY (area_code, drafter_unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT task_from_issuer FOREIGN KEY (area_code, issuer_unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT task_of_unit FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit(area_code, id)
  CONSTRAINT task_once_per_source UNIQUE (area_code, source_room, source_id, unit_id)
  CONSTRAINT task_origin_known CHECK ((origin = ANY (ARRAY['keyPoints'::text, 'selfFound'::text, 'superiorReview'::text, 'masses'::text, 'inspection'::text, 'appraisal'::text, 'other'::text])))
  CONSTRAINT task_owner_holding FOREIGN KEY (area_code, owner_holding_id) REFERENCES people.holding(area_code, id)
  CONSTRAINT task_owner_post FOREIGN KEY (area_code, owner_post_id) REFERENCES people.post(area_code, id)
  CONSTRAINT task_parent FOREIGN KEY (area_code, parent_id) REFERENCES tasks.task(area_code, id)
  CONSTRAINT task_pk PRIMARY KEY (area_code, id)
  CONSTRAINT task_status_known CHECK ((status = ANY (ARRAY['assigned'::text, 'inProgress'::text, 'submitted'::text, 'returned'::text, 'closed'::text, 'cancelled'::text])))
  CONSTRAINT task_title_given CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CREATE INDEX task_by_due ON tasks.task USING btree (area_code, due_date, id)
  CREATE INDEX task_by_issuer ON tasks.task USING btree (area_code, issuer_unit_id, status, due_date, id)
  CREATE INDEX task_by_parent ON tasks.task USING btree (area_code, parent_id) WHERE (parent_id IS NOT NULL)
  CREATE INDEX task_by_search ON tasks.task USING gin (search_text public.gin_trgm_ops)
  CREATE INDEX task_by_source ON tasks.task USING btree (area_code, source_room, source_id)
  CREATE INDEX task_by_unit ON tasks.task USING btree (area_code, unit_id, due_date, id)
  POLICY territory FOR * USING ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text))) WITH CHECK ((area_code >= NULLIF(current_setting('app.area_low'::text, true), ''::text)) AND (area_code < NULLIF(current_setting('app.area_high'::text, true), ''::text)))

-- views

VIEW assessments.read_run WITH (security_invoker=true) AS
 SELECT area_code,
    id,
    owner_unit_id,
    scheme_code,
    scheme_version,
    scheme,
    title,
    group_name,
    period_from,
    cutoff,
    frozen_at,
    frozen_by_name,
    input_digest
   FROM assessments.run r;
VIEW directives.read_clause WITH (security_invoker=true) AS
 SELECT c.area_code,
    c.id,
    c.document_id,
    c.parent_id,
    c.ordinal,
    c.level,
    c.marker,
    c.heading,
    c.text,
    c.source_line,
    c.requirement,
    c.quantities,
    c.deadlines,
    c.frequencies,
    c.organizations,
    c.dropped_at IS NOT NULL AS dropped,
    c.merged_into_id IS NOT NULL AS merged,
    d.title AS document_title,
    d.document_number,
    d.unit_id,
    d.year
   FROM directives.clause c
     JOIN directives.document d ON d.area_code = c.area_code AND d.id = c.document_id;
VIEW evidence.read_link WITH (security_invoker=true) AS
 SELECT l.area_code,
    l.evidence_id,
    l.subject_kind,
    l.subject_id,
    l.linked_at,
    l.withdrawn_at,
    i.kind,
    i.title,
    i.note,
    i.happened_on,
    i.entered_at,
    i.entered_on,
    i.entered_by_name,
    i.file_name,
    i.media_type,
    i.size_bytes,
    i.sha256,
    i.unit_id
   FROM evidence.link l
     JOIN evidence.item i ON i.area_code = l.area_code AND i.id = l.evidence_id;
VIEW organizations.read_known_unit WITH (security_invoker=true) AS
 SELECT area_code,
    unit_id AS id,
    name,
    full_name,
    kind,
    sector,
    official_code,
    parent_id,
    system_parent_id,
    drafts_for_id,
    path,
    system_path,
    member_count,
    search_text
   FROM organizations.unit_version v
  WHERE valid_to IS NULL OR NOT (EXISTS ( SELECT
           FROM organizations.unit_version later
          WHERE later.area_code = v.area_code AND later.unit_id = v.unit_id AND (later.valid_to IS NULL OR later.valid_to > v.valid_to)));
VIEW organizations.read_unit WITH (security_invoker=true) AS
 SELECT area_code,
    unit_id AS id,
    name,
    full_name,
    kind,
    sector,
    official_code,
    parent_id,
    system_parent_id,
    drafts_for_id,
    path,
    system_path,
    member_count,
    search_text
   FROM organizations.unit_version v
  WHERE valid_to IS NULL;
VIEW people.read_holding WITH (security_invoker=true) AS
 SELECT h.area_code,
    h.id,
    h.post_id,
    h.person_id,
    h.held_from,
    h.held_to,
    p.name AS person_name,
    t.unit_id,
    t.title AS post_title,
    t.kind AS post_kind,
    t.responsibility_role,
    t.ordinal,
    h.is_deputising,
    p.search_text AS person_search
   FROM people.holding h
     JOIN people.post t ON t.area_code = h.area_code AND t.id = h.post_id
     JOIN people.person p ON p.area_code = h.area_code AND p.id = h.person_id;
VIEW people.read_person WITH (security_invoker=true) AS
 SELECT area_code,
    id,
    name
   FROM people.person p;
VIEW people.read_post WITH (security_invoker=true) AS
 SELECT area_code,
    id,
    unit_id,
    title,
    kind,
    responsibility_role,
    ordinal
   FROM people.post t;
VIEW responsibilities.read_list WITH (security_invoker=true) AS
 SELECT area_code,
    id,
    title,
    year,
    drafter_unit_id,
    issuer_unit_id,
    document_id,
    parent_task_id,
    status,
    version,
    created_at,
    signed_on,
    signer_name,
    signer_post
   FROM responsibilities.list l;
VIEW tasks.read_action WITH (security_invoker=true) AS
 SELECT area_code,
    task_id,
    sequence,
    action,
    at,
    entered_on,
    happened_on,
    person_name,
    post_title,
    unit_id,
    note,
    due_date
   FROM tasks.action a;
VIEW tasks.read_task WITH (security_invoker=true) AS
 SELECT area_code,
    id,
    parent_id,
    source_room,
    source_id,
    origin,
    title,
    content,
    unit_id,
    owner_post_id,
    owner_holding_id,
    responsibility_role,
    issuer_unit_id,
    drafter_unit_id,
    assigned_on,
    due_date,
    status,
    version,
    opened_at,
    submitted_on,
    closed_on,
    return_count,
    reopen_count,
    next_milestone_on
   FROM tasks.task t;

-- functions

CREATE OR REPLACE FUNCTION app.append_only(relation regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  EXECUTE format('REVOKE UPDATE ON %s FROM %I', relation, app.application_role());
END $function$

CREATE OR REPLACE FUNCTION app.application_role()
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
DECLARE
  role_name text := nullif(current_setting('app.application_role', true), '');
BEGIN
  IF role_name IS NULL THEN
    RAISE EXCEPTION 'app.application_role is not set: grants are made by the migrator only';
  END IF;
  RETURN role_name;
END $function$

CREATE OR REPLACE FUNCTION app.distribute(relation regclass, area_column text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = relation AND attname = area_column AND attnotnull AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'table % has no column % that is NOT NULL', relation, area_column;
  END IF;
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    EXECUTE format('SELECT create_distributed_table(%L, %L)', relation::text, area_column);
  END IF;
END $function$

CREATE OR REPLACE FUNCTION app.enter_territory(area text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  entered text := nullif(current_setting('app.area_low', true), '');
BEGIN
  IF area IS NULL OR area !~ '^(0|[0-9]{2}|[0-9]{4}|[0-9]{6})$' THEN
    RAISE EXCEPTION 'not a territory: %', coalesce(quote_literal(area), 'null')
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF entered IS NOT NULL AND entered <> area THEN
    RAISE EXCEPTION 'territory % refused: this transaction is already in %', area, entered
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF entered IS NOT NULL THEN
    RETURN;
  END IF;
  SET LOCAL citus.propagate_set_commands = 'local';
  EXECUTE format('SET LOCAL app.area_low = %L', area);
  EXECUTE format('SET LOCAL app.area_high = %L', CASE area WHEN '0' THEN ':' ELSE area || ':' END);
END $function$

CREATE OR REPLACE FUNCTION app.guard(relation regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  inside constant text := 'area_code >= nullif(current_setting(''app.area_low'', true), '''')'
    ' AND area_code < nullif(current_setting(''app.area_high'', true), '''')';
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute AS attribute
    JOIN pg_collation AS coll ON coll.oid = attribute.attcollation
    WHERE attribute.attrelid = relation AND attribute.attname = 'area_code'
      AND attribute.attnotnull AND coll.collname = 'C'
  ) THEN
    RAISE EXCEPTION 'table % needs a column area_code text COLLATE "C" NOT NULL', relation;
  END IF;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation);
  EXECUTE format('CREATE POLICY territory ON %s USING (%s) WITH CHECK (%s)', relation, inside, inside);
  PERFORM app.let_application(relation, 'SELECT, INSERT, UPDATE');
END $function$

CREATE OR REPLACE FUNCTION app.let_application(relation regclass, privileges text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  schema_name text := (
    SELECT namespace.nspname FROM pg_class AS class
    JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace
    WHERE class.oid = relation
  );
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', schema_name, app.application_role());
  EXECUTE format('GRANT %s ON %s TO %I', privileges, relation, app.application_role());
END $function$

CREATE OR REPLACE FUNCTION app.publish(relation regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_class, unnest(reloptions) AS setting
    WHERE oid = relation AND relkind = 'v' AND setting IN ('security_invoker=true', 'security_invoker=on')
  ) THEN
    RAISE EXCEPTION 'view % must be made WITH (security_invoker = true)', relation;
  END IF;
  PERFORM app.let_application(relation, 'SELECT');
END $function$

CREATE OR REPLACE FUNCTION app.reference(relation regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    EXECUTE format('SELECT create_reference_table(%L)', relation::text);
  END IF;
  PERFORM app.let_application(relation, 'SELECT');
END $function$


-- what the application may do

GRANT USAGE ON SCHEMA access TO <application>
GRANT USAGE ON SCHEMA app TO <application>
GRANT USAGE ON SCHEMA assessments TO <application>
GRANT USAGE ON SCHEMA audit TO <application>
GRANT USAGE ON SCHEMA bulletins TO <application>
GRANT USAGE ON SCHEMA directives TO <application>
GRANT USAGE ON SCHEMA evidence TO <application>
GRANT USAGE ON SCHEMA measures TO <application>
GRANT USAGE ON SCHEMA organizations TO <application>
GRANT USAGE ON SCHEMA people TO <application>
GRANT USAGE ON SCHEMA responsibilities TO <application>
GRANT USAGE ON SCHEMA tasks TO <application>
GRANT INSERT, SELECT, UPDATE ON access.account TO <application>
GRANT INSERT, SELECT, UPDATE ON access.authenticator TO <application>
GRANT INSERT, SELECT, UPDATE ON access.linked_identity TO <application>
GRANT INSERT, SELECT, UPDATE ON access.named_grant TO <application>
GRANT INSERT, SELECT, UPDATE ON access.passkey TO <application>
GRANT INSERT, SELECT, UPDATE ON access.recovery_code TO <application>
GRANT INSERT, SELECT, UPDATE ON access.request TO <application>
GRANT INSERT, SELECT, UPDATE ON access.session TO <application>
GRANT INSERT, SELECT, UPDATE ON access.sign_in_guard TO <application>
GRANT SELECT ON app.area TO <application>
GRANT SELECT ON app.calendar_day TO <application>
GRANT INSERT, SELECT, UPDATE ON app.command TO <application>
GRANT INSERT, SELECT ON assessments.indicator_score TO <application>
GRANT SELECT ON assessments.read_run TO <application>
GRANT INSERT, SELECT ON assessments.result TO <application>
GRANT INSERT, SELECT ON assessments.run TO <application>
GRANT INSERT, SELECT ON audit.archive TO <application>
GRANT INSERT, SELECT ON audit.record TO <application>
GRANT INSERT, SELECT ON audit.seal TO <application>
GRANT INSERT, SELECT, UPDATE ON bulletins.bulletin TO <application>
GRANT INSERT, SELECT, UPDATE ON bulletins.numbering TO <application>
GRANT INSERT, SELECT ON bulletins.receiver TO <application>
GRANT INSERT, SELECT ON bulletins.step TO <application>
GRANT INSERT, SELECT, UPDATE ON directives.clause TO <application>
GRANT INSERT, SELECT, UPDATE ON directives.clause_use TO <application>
GRANT INSERT, SELECT, UPDATE ON directives.document TO <application>
GRANT INSERT, SELECT ON directives.edit TO <application>
GRANT SELECT ON directives.read_clause TO <application>
GRANT INSERT, SELECT, UPDATE ON evidence.item TO <application>
GRANT INSERT, SELECT, UPDATE ON evidence.link TO <application>
GRANT SELECT ON evidence.read_link TO <application>
GRANT INSERT, SELECT ON measures.frozen_value TO <application>
GRANT SELECT ON organizations.read_known_unit TO <application>
GRANT SELECT ON organizations.read_unit TO <application>
GRANT INSERT, SELECT, UPDATE ON organizations.unit TO <application>
GRANT INSERT, SELECT, UPDATE ON organizations.unit_version TO <application>
GRANT INSERT, SELECT, UPDATE ON people.contact TO <application>
GRANT INSERT, SELECT, UPDATE ON people.holding TO <application>
GRANT INSERT, SELECT, UPDATE ON people.person TO <application>
GRANT INSERT, SELECT, UPDATE ON people.post TO <application>
GRANT SELECT ON people.read_holding TO <application>
GRANT SELECT ON people.read_person TO <application>
GRANT SELECT ON people.read_post TO <application>
GRANT INSERT, SELECT ON people.revelation TO <application>
GRANT INSERT, SELECT ON responsibilities.comment TO <application>
GRANT INSERT, SELECT ON responsibilities.edit TO <application>
GRANT INSERT, SELECT, UPDATE ON responsibilities.item TO <application>
GRANT INSERT, SELECT, UPDATE ON responsibilities.item_unit TO <application>
GRANT INSERT, SELECT, UPDATE ON responsibilities.list TO <application>
GRANT SELECT ON responsibilities.read_list TO <application>
GRANT INSERT, SELECT ON tasks.action TO <application>
GRANT INSERT, SELECT, UPDATE ON tasks.assisting_unit TO <application>
GRANT SELECT ON tasks.read_action TO <application>
GRANT SELECT ON tasks.read_task TO <application>
GRANT INSERT, SELECT, UPDATE ON tasks.task TO <application>
