/** As much of the library as the tests use; it ships no types of its own. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface Account {
    readonly accountId: string;
    claims(): { readonly sub: string };
  }

  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        readonly clients: readonly object[];
        readonly cookies: object;
        readonly pkce: object;
        readonly ttl: Readonly<Record<string, number>>;
        readonly findAccount: (context: unknown, id: string) => Account;
      },
    );
    readonly AuthorizationCode: { find(code: string): Promise<{ readonly isExpired: boolean } | undefined> };
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
  }
}
