import type { ChainFault, ChainFaultCode } from "./follow-chain.ts";

const sentences: Readonly<Record<ChainFaultCode, string>> = {
  "seal-missing": "这一条的封存不见了",
  "record-missing": "已封存的记录不见了",
  "record-changed": "记录在封存之后被改动",
  "seal-changed": "封存本身被改动",
  "link-broken": "记录或封存被改动，与前一条接不上",
  "record-inserted": "记录的时间与次序不符，不是当时写下的",
  "record-unsealed": "没有封存，而时间早于已封存的记录，不是当时写下的",
  "head-not-found": "链上没有给出的摘要：链尾被截去，或整条链被重做",
  "archive-unproven": "归档的凭据与链上的归档记录不符",
};

/** What is wrong and where, in one sentence. */
export function describeFault({ code, sequence, recordId }: ChainFault): string {
  const place = [
    ...(sequence === null ? [] : [`第${sequence}条`]),
    ...(recordId === null ? [] : [`记录${recordId}`]),
  ].join("，");
  return `${place === "" ? "" : `${place}：`}${sentences[code]}。`;
}
