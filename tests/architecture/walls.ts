import { type Room, rooms } from "./rooms.ts";

/** One import as it stands in the source: both ends as paths from the root of the checkout. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

type Floor = "core" | "contract" | "server" | "web" | "other";

interface Place {
  readonly part: "platform" | "room" | "apps" | "samples" | "other";
  readonly room: Room | null;
  readonly floor: Floor;
  readonly folder: string;
  readonly isDoor: boolean;
}

function placeOf(path: string): Place {
  const parts = path.split("/");
  if (parts[0] === "platform")
    return { part: "platform", room: null, floor: "other", folder: parts[1] ?? "", isDoor: false };
  if (parts[0] !== "capabilities") {
    const part = parts[0] === "apps" || parts[0] === "samples" ? parts[0] : "other";
    return { part, room: null, floor: "other", folder: parts[1] ?? "", isDoor: false };
  }
  const third = (parts[2] ?? "").replace(/\.ts$/, "");
  const floor: Floor =
    third === "core" || third === "server" || third === "web" || third === "contract" ? third : "other";
  const isDoor = floor === "contract" || (parts.length === 4 && parts[3] === "index.ts");
  return { part: "room", room: parts[1] as Room, floor, folder: parts[1] ?? "", isDoor };
}

/** What each floor of a room may use inside the same room. */
const floorsBelow: Readonly<Record<Floor, readonly Floor[]>> = {
  core: ["core"],
  contract: ["core", "contract"],
  server: ["core", "contract", "server"],
  web: ["core", "contract", "web"],
  other: [],
};

/** Platform folders that run in a browser. */
const browserFolders = new Set(["kernel", "ui", "offline", "realtime", "crypto"]);
/** The shape of a route is plain data; everything else of platform/http is for the server. */
const browserFiles = new Set(["platform/http/contract.ts"]);

/** The rule that an import breaks, or null when it breaks none. */
export function findBrokenRule({ from, to }: Import): string | null {
  const source = placeOf(from);
  const target = placeOf(to);
  if (target.part === "apps" && source.part !== "apps" && source.part !== "other")
    return "nothing imports apps";
  if (source.part === "platform") return findBrokenPlatformRule(source, target);
  if (source.part !== "room") return null;
  if (target.part === "samples") return "a room knows no sample";
  if (target.part === "platform") return findBrokenFloorRule(source.floor, target.folder, to);
  if (target.part !== "room") return null;
  return source.room === target.room ? findBrokenInside(source, target) : findBrokenAcross(source, target);
}

function findBrokenPlatformRule(source: Place, target: Place): string | null {
  if (target.part !== "platform") return "platform imports only platform";
  if (source.folder === "kernel" && target.folder !== "kernel")
    return "kernel imports nothing outside itself";
  return null;
}

function findBrokenFloorRule(floor: Floor, folder: string, path: string): string | null {
  if (floor === "core" && folder !== "kernel") return "core uses only the kernel";
  if (floor === "contract" && folder !== "kernel" && !browserFiles.has(path))
    return "a contract is plain data";
  if (floor === "web" && !browserFolders.has(folder) && !browserFiles.has(path))
    return "web uses browser doors only";
  return null;
}

const findBrokenInside = (source: Place, target: Place): string | null =>
  floorsBelow[source.floor].includes(target.floor) ? null : `${source.floor} may not use ${target.floor}`;

function findBrokenAcross(source: Place, target: Place): string | null {
  if (!target.isDoor) return "another room is entered through its door";
  if (rooms.indexOf(target.room as Room) >= rooms.indexOf(source.room as Room))
    return "a room uses only lower rooms";
  return findBrokenInside(source, target);
}
