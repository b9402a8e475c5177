import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { ResponseOf } from "#platform/http/contract.ts";
import { Facts, Lamp, Section, useView, ViewStates } from "#platform/ui/index.ts";
import { verifyRunRoute } from "../contract.ts";
import { messages } from "./messages.ts";

type Verified = ResponseOf<typeof verifyRunRoute>;

/** 核对: computes again from the frozen inputs and compares every number. */
export function Verification({ runId }: { runId: string }): ReactNode {
  const [isAsked, setIsAsked] = useState(false);
  const view = useView(verifyRunRoute, { params: { runId } }, { isEnabled: isAsked });
  return (
    <Section
      title={messages.verified}
      actions={
        isAsked ? null : (
          <Button onClick={() => setIsAsked(true)} title={messages.verifyHint}>
            {messages.verify}
          </Button>
        )
      }
    >
      {isAsked ? (
        <ViewStates view={view}>{(verified) => <Outcome verified={verified} />}</ViewStates>
      ) : (
        <p className="soft">{messages.verifyHint}</p>
      )}
    </Section>
  );
}

function Outcome({ verified }: { verified: Verified }): ReactNode {
  const lampOf = (isSame: boolean, different: string): ReactNode => (
    <Lamp colour={isSame ? "green" : "red"} word={isSame ? messages.same : different} />
  );
  return (
    <>
      <Facts
        items={[
          [messages.inputSame, lampOf(verified.isInputSame, messages.different)],
          [messages.resultSame, lampOf(verified.isResultSame, messages.different)],
          [messages.logSame, lampOf(verified.isLogSame, messages.logDifferent)],
          [messages.digest, <code key="digest">{verified.recomputedDigest}</code>],
        ]}
      />
      <p>{messages.compared(verified.comparedNumbers)}</p>
      {verified.differences.length > 0 && (
        <ul>
          {verified.differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
    </>
  );
}
