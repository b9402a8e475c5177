import { createContext, useContext } from "react";
import type { Static } from "typebox";
import type { me } from "../contract/session.ts";

export type Me = Static<typeof me>;

/** Filled by the shell before any page is drawn. */
export const MeContext = createContext<Me | null>(null);

/** Who is signed in, in which post, and the server's today. */
export function useMe(): Me {
  const value = useContext(MeContext);
  if (!value) throw new Error("useMe stands only inside the shell");
  return value;
}
