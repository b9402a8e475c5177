import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import Provider from "oidc-provider";

/** A real OpenID provider on this machine. Who signs in there is whoever the test says. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Walks through the provider's pages as a browser does, and gives the address to which it sends the browser back. */
  signIn(address: string, as: string): Promise<URL>;
  /** Fulfilled when the provider itself takes this code for expired. */
  untilExpired(code: string): Promise<void>;
  close(): Promise<void>;
}

const clientId = "panshi";
const clientSecret = "the secret of the client";

export async function startProvider(redirectAddress: string, codeSeconds = 60): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectAddress],
        application_type: "native",
      },
    ],
    cookies: { keys: ["a key for the test"] },
    pkce: { required: () => true },
    ttl: {
      AuthorizationCode: codeSeconds,
      AccessToken: 60,
      IdToken: 60,
      Interaction: 60,
      Session: 60,
      Grant: 60,
    },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
  server.on("request", provider.callback());
  return {
    issuer,
    clientId,
    clientSecret,
    signIn: (address, as) => walkThrough(address, as, redirectAddress),
    untilExpired: async (code) => {
      while ((await provider.AuthorizationCode.find(code))?.isExpired === false) await sleep(100);
    },
    close: () => closeServer(server),
  };
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });

/** Follows redirects with cookies, and fills the provider's two forms (who, and whether he agrees). */
async function walkThrough(address: string, as: string, redirectAddress: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(address);
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 20; step += 1) {
    if (next.href.startsWith(redirectAddress)) return next;
    const response = await fetch(next, {
      redirect: "manual",
      method: form ? "POST" : "GET",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form && { body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    const page = await response.text();
    form = location ? null : formOf(page, as);
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    const target: string | undefined = location ?? action;
    if (!target) throw new Error(`the provider answered ${response.status}: ${page.slice(0, 500)}`);
    next = new URL(target, next);
  }
  throw new Error("the provider did not send the browser back");
}

function formOf(page: string, as: string): URLSearchParams {
  const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? "";
  return new URLSearchParams({ prompt, ...(prompt === "login" && { login: as, password: "any" }) });
}
