import { nativeCrypto } from "#platform/crypto/index.ts";
import { type ChainFault, type ChainLink, type ChainPosition, followLink, isFault } from "../core/index.ts";

/** Reads the links after a place, at most so many, in order; fewer than asked for means the end. */
export type ReadLinks = (after: number, limit: number) => Promise<readonly ChainLink[]>;

export interface Followed {
  /** The last link that holds. */
  readonly position: ChainPosition;
  readonly checked: number;
  readonly fault: ChainFault | null;
}

export interface Watch {
  /** Called with every digest that holds. */
  readonly seen?: (digest: string) => void;
  readonly progress?: (checked: number) => void;
}

const linksPerRead = 2000;

/** Pages of links; the next one is fetched while this one is computed. */
export async function* readLinksAfter(
  read: ReadLinks,
  after: number,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly ChainLink[]> {
  let left = most;
  const ask = (from: number) => read(from, Math.min(linksPerRead, left));
  let coming = ask(after);
  for (;;) {
    const page = await coming;
    left -= page.length;
    const last = page.at(-1);
    const isEnd = page.length < linksPerRead || left <= 0 || !last;
    if (!isEnd) {
      coming = ask(last.sequence);
      // Should computing stop at a fault, nobody awaits the page that is under way.
      coming.catch(() => {});
    }
    yield page;
    if (isEnd) return;
  }
}

/** Follows the links from a position to their end or to the first fault, in constant memory. */
export async function followLinks(
  pages: AsyncIterable<readonly ChainLink[]>,
  start: ChainPosition,
  watch: Watch = {},
): Promise<Followed> {
  let position = start;
  let checked = 0;
  let waiting: ChainLink | null = null;
  const take = (link: ChainLink, next: ChainLink | null): ChainFault | null => {
    const step = followLink(position, link, { digest: nativeCrypto.digest, next });
    if (isFault(step)) return step;
    position = step;
    checked += 1;
    watch.seen?.(step.digest);
    return null;
  };
  for await (const page of pages) {
    for (const link of page) {
      const fault = waiting && take(waiting, link);
      if (fault) return { position, checked, fault };
      waiting = link;
    }
    watch.progress?.(checked);
  }
  const fault = waiting && take(waiting, null);
  watch.progress?.(checked);
  return { position, checked, fault };
}
