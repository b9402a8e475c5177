import { type Database, inTerritory } from "#platform/database/index.ts";
import { sealArea } from "./seal-area.ts";
import { findHead } from "./store/read-chain.ts";
import { listAreaCodes } from "./store/write-seals.ts";

/** Links the records of all areas, beside whatever else the server does. */
export interface Sealer {
  /** Records of this area have been committed: it is sealed with the next beat. */
  recordsLeft(areaCode: string): void;
  /** Seals what was left, then ends. */
  stop(): Promise<void>;
}

export interface SealerParts {
  readonly database: Database;
  readonly clock: () => Date;
  /** One line that is to be kept outside the database: the head of each chain, at the start, once a day and at the end. */
  readonly announce: (line: string) => void;
  readonly warn: (line: string) => void;
}

const beatMs = 400;
/** Areas that nobody told us of are looked through in turn: left by another server that ended, or by a command. */
const sweepEveryBeats = 12;
const areasPerSweep = 100;
const beatsPerDay = 86_400_000 / beatMs;

export function startSealer(parts: SealerParts): Sealer {
  const waiting = new Set<string>();
  let isStopping = false;
  let wake: () => void = () => {};
  const running = (async () => {
    for (let beat = 0; !isStopping; beat += 1) {
      await runBeat(parts, waiting, beat).catch((error: unknown) => parts.warn(describe(error)));
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, beatMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (isStopping) wake();
      });
    }
    await endWell(parts, waiting).catch((error: unknown) => parts.warn(describe(error)));
  })();
  return {
    recordsLeft: (areaCode) => void waiting.add(areaCode),
    stop: () => {
      isStopping = true;
      wake();
      return running;
    },
  };
}

const describe = (error: unknown): string =>
  `审计记录暂未封存，稍后再试：${error instanceof Error ? error.message : String(error)}`;

async function endWell(parts: SealerParts, waiting: Set<string>): Promise<void> {
  await sealAll(parts, waiting);
  await announceHeads(parts, await listAreaCodes(parts.database));
}

async function runBeat(parts: SealerParts, waiting: Set<string>, beat: number): Promise<void> {
  const isDaily = beat % beatsPerDay === 0;
  if (beat % sweepEveryBeats === 0 || isDaily) {
    const areaCodes = await listAreaCodes(parts.database);
    const parties = Math.max(1, Math.ceil(areaCodes.length / areasPerSweep));
    const party = (beat / sweepEveryBeats) % parties;
    const swept = isDaily ? areaCodes : areaCodes.slice(party * areasPerSweep, (party + 1) * areasPerSweep);
    for (const areaCode of swept) waiting.add(areaCode);
    await sealAll(parts, waiting);
    if (isDaily) await announceHeads(parts, areaCodes);
  }
  await sealAll(parts, waiting);
}

async function sealAll({ database, clock }: SealerParts, waiting: Set<string>): Promise<void> {
  // As they are now: areas written to meanwhile wait for the next beat, or a busy county would never let it end.
  const areaCodes = [...waiting];
  for (const areaCode of areaCodes) {
    // Taken out first: what is written from now on puts it in again.
    waiting.delete(areaCode);
    try {
      await sealArea(database, areaCode, clock());
    } catch (error) {
      waiting.add(areaCode);
      throw error;
    }
  }
}

async function announceHeads(
  { database, announce }: SealerParts,
  areaCodes: readonly string[],
): Promise<void> {
  for (const areaCode of areaCodes) {
    const head = await inTerritory(database, areaCode, (tx) => findHead(tx, areaCode));
    if (head) announce(`审计链：${areaCode} 第${head.sequence}条 ${head.digest.toString("hex")}`);
  }
}
