import type { KeyRing, SecretBox } from "#platform/crypto/index.ts";
import type { IdentityProvider } from "./identity-provider.ts";

/** What differs from one installation to the next; read from the environment once, at the start. */
export interface Installation {
  /** As browsers name us, "https://dangjian.example.gov.cn"; null: what a browser on this machine says. */
  readonly origin: string | null;
  readonly secretBox: SecretBox;
  /** Under which the keys of persons are sealed; each person's data lies under a key of his own. */
  readonly personalKeys: KeyRing;
  /** The unit's own sign-on, when it has one. */
  readonly identityProvider: IdentityProvider | null;
  /** How time is let pass; a test lets none pass. */
  readonly wait: (milliseconds: number) => Promise<void>;
}
