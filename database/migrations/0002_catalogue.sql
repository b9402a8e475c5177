-- What every area shares: the areas themselves and the work calendar. Reference tables: small, the same
-- everywhere, written by migration and by the calendar's upkeep only.

CREATE TABLE app.area (
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT area_pk PRIMARY KEY (code),
  CONSTRAINT area_code_is_six_digits CHECK (code ~ '^[0-9]{6}$'),
  CONSTRAINT area_name_given CHECK (length(name) BETWEEN 1 AND 60)
);
SELECT app.reference('app.area');

-- Days that differ from "Monday to Friday is work": public holidays and make-up workdays.
CREATE TABLE app.calendar_day (
  day date NOT NULL,
  workday boolean NOT NULL,
  name text NOT NULL,
  source text NOT NULL,
  CONSTRAINT calendar_day_pk PRIMARY KEY (day)
);
SELECT app.reference('app.calendar_day');

-- A command that was carried out once: the same key answers with the same result instead of acting again.
CREATE TABLE app.command (
  area_code text COLLATE "C" NOT NULL,
  account_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  request_digest text COLLATE "C" NOT NULL,
  status integer NOT NULL,
  response jsonb NOT NULL,
  done_at timestamptz NOT NULL,
  CONSTRAINT command_pk PRIMARY KEY (area_code, account_id, key),
  CONSTRAINT command_area_is_six_digits CHECK (area_code ~ '^[0-9]{6}$'),
  CONSTRAINT command_key_bounded CHECK (length(key) BETWEEN 8 AND 100)
);
SELECT app.distribute('app.command', 'area_code');
SELECT app.guard('app.command');
