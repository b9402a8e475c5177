import "./audit.css";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { ResponseOf } from "#platform/http/contract.ts";
import {
  Lamp,
  PageLink,
  ProblemNotice,
  Progress,
  useView,
  ViewStates,
  writeMoment,
} from "#platform/ui/index.ts";
import { getChainRoute } from "../contract.ts";
import { messages } from "./messages.ts";
import { useVerification, type VerificationState } from "./use-verification.ts";

const words = messages.chain;
const refreshEveryMs = 5000;

/** How far the records are linked, and the act that proves it. */
export function ChainState(): ReactNode {
  const chain = useView(getChainRoute, {}, { refreshEveryMs });
  return <ViewStates view={chain}>{(data) => <ChainLine chain={data} />}</ViewStates>;
}

type Chain = ResponseOf<typeof getChainRoute>;

function ChainLine({ chain }: { readonly chain: Chain }): ReactNode {
  const verification = useVerification();
  const isRunning = verification.status === "running";
  const archived = chain.sealed - chain.present;
  return (
    <section className="chain-state" aria-label={words.verify}>
      <p>
        {chain.lastSealedAt === null
          ? words.none
          : words.state(chain.sealed, writeMoment(chain.lastSealedAt))}
        {"，"}
        {words.unsealed(chain.unsealed)}
        {archived > 0 && `，${words.archived(archived)}`}
        {"。"}
      </p>
      <div className="no-print">
        {isRunning ? (
          <Button onClick={verification.stop}>{words.stop}</Button>
        ) : (
          <Button onClick={() => void verification.start()} title={words.hint}>
            {words.verify}
          </Button>
        )}
      </div>
      <div className="chain-outcome" role="status">
        <Outcome state={verification} present={chain.present} />
      </div>
      {chain.headDigest && (
        <p className="soft chain-digest">
          {words.headDigest} <code>{chain.headDigest}</code>
        </p>
      )}
    </section>
  );
}

function Outcome({
  state,
  present,
}: {
  readonly state: VerificationState;
  readonly present: number;
}): ReactNode {
  const { checked, unsealed, fault } = state;
  const tail = unsealed > 0 ? words.tail(unsealed) : "";
  switch (state.status) {
    case "idle":
      return null;
    case "running":
      return <Progress done={checked} total={present} label={words.verifying} />;
    case "stopped":
      return words.stopped(checked);
    case "failed":
      return state.problem && <ProblemNotice problem={state.problem} />;
    case "sound":
      return <Lamp colour="green" word={`${words.sound(checked)}${tail}`} />;
    case "broken":
      return (
        <>
          <Lamp colour="red" word={`${words.broken(checked)}${fault?.words ?? ""}${tail}`} />{" "}
          {fault?.recordId && <PageLink to={`/audit/${fault.recordId}`}>{words.openRecord}</PageLink>}
        </>
      );
  }
}
