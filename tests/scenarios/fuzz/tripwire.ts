import { sql } from "kysely";
import type { TestHouse } from "../house.ts";

/**
 * What a request may leave although it was refused: the audit's record of it, the counting of failed sign-ins
 * (by name, by address and on the account), and what a session and a code that is asked for know of themselves.
 */
const leftByRefusals: ReadonlySet<string> = new Set([
  "audit.record",
  "access.sign_in_guard",
  "access.account.failures_since_sign_in",
  "access.session",
]);

export interface Wire {
  /** Writes of transactions that bear the request id, or the command's key, of no accepted request. */
  listStrayWrites(accepted: ReadonlySet<string>): Promise<readonly string[]>;
}

/**
 * Every committed change of a row leaves a line with its transaction; a record of the audit leaves its request id,
 * too. What a transaction wrote is thereby told from what another wrote at the same moment, which digests of whole
 * tables cannot do while accepted requests write.
 */
export async function layTripwire(house: TestHouse): Promise<Wire> {
  await house.asOwner(`
    CREATE SCHEMA tripwire;
    CREATE TABLE tripwire.line (transaction xid8, place text, request_id text);
    CREATE FUNCTION tripwire.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    DECLARE place text := TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME; request text;
    BEGIN
      IF current_setting('tripwire.asleep', true) = 'yes' THEN RETURN NULL; END IF;
      IF place = 'audit.record' THEN request := NEW.request_id; END IF;
      IF place = 'app.command' THEN request := NEW.key; END IF;
      IF place = 'access.account' AND TG_OP = 'UPDATE' AND
        to_jsonb(NEW) - 'failures_since_sign_in' = to_jsonb(OLD) - 'failures_since_sign_in' THEN
        place := 'access.account.failures_since_sign_in';
      END IF;
      INSERT INTO tripwire.line VALUES (pg_current_xact_id(), place, request);
      RETURN NULL;
    END $$;
    DO $$ DECLARE relation regclass; BEGIN
      FOR relation IN SELECT class.oid FROM pg_class AS class JOIN pg_namespace AS space
        ON space.oid = class.relnamespace
        WHERE class.relkind IN ('r', 'p') AND space.nspname !~ '^pg_|^information_schema$|^tripwire$'
      LOOP
        EXECUTE format('CREATE TRIGGER tripwire AFTER INSERT OR UPDATE OR DELETE ON %s
          FOR EACH ROW EXECUTE FUNCTION tripwire.note()', relation);
      END LOOP;
    END $$;
    GRANT USAGE ON SCHEMA tripwire TO PUBLIC;
    GRANT SELECT ON tripwire.line TO PUBLIC`);
  return {
    listStrayWrites: async (accepted) => {
      const lines = await readLines(house);
      await house.asOwner("DELETE FROM tripwire.line");
      return describeStray(lines, accepted);
    },
  };
}

interface Line {
  readonly transaction: string;
  readonly place: string;
  readonly requestId: string | null;
}

const readLines = async ({ database }: TestHouse): Promise<readonly Line[]> =>
  (
    await sql<Line>`
      SELECT transaction::text, place, request_id AS "requestId" FROM tripwire.line`.execute(database)
  ).rows;

function describeStray(lines: readonly Line[], accepted: ReadonlySet<string>): readonly string[] {
  const lawful = new Set(
    lines
      .filter(({ requestId }) => requestId !== null && accepted.has(requestId))
      .map(({ transaction }) => transaction),
  );
  const stray = lines.filter(
    ({ place, transaction }) => !leftByRefusals.has(place) && !lawful.has(transaction),
  );
  const places = Map.groupBy(stray, ({ place }) => place);
  return [...places].map(([place, found]) => `${place}: ${found.length}`);
}
