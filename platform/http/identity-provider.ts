import * as client from "openid-client";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";

/** Settings of the installation; nothing of it comes from a request. */
export interface IdentityProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client, which PKCE alone protects. */
  readonly clientSecret: string | null;
  /** As the button on the sign-in page calls it. */
  readonly displayName: string;
  /** The claim of the ID token by which a person is known: "sub" unless the provider keeps a staff number there. */
  readonly claim: string;
}

/** What must be remembered between leaving for the provider and coming back. */
export interface Trip {
  readonly nonce: string;
  readonly codeVerifier: string;
}

export type ProviderProblem =
  | { readonly code: "provider-unreachable" }
  | { readonly code: "provider-refused" };

export interface IdentityProvider {
  readonly issuer: string;
  readonly displayName: string;
  /** Where to send the browser, and what to remember until it comes back with this state. */
  begin(
    redirectAddress: string,
    state: string,
  ): Promise<Result<{ address: string; trip: Trip }, ProviderProblem>>;
  /** The subject that the provider vouches for, once state, nonce, code and signature have been checked. */
  finish(
    returnedAddress: string,
    trip: Trip & { readonly state: string },
  ): Promise<Result<{ subject: string }, ProviderProblem>>;
}

const timeoutSeconds = 10;

/** OpenID Connect, authorization code flow with PKCE, state and nonce. */
export function openIdentityProvider(settings: IdentityProviderSettings): IdentityProvider {
  const discover = discoverOnce(settings);
  return {
    issuer: settings.issuer,
    displayName: settings.displayName,
    begin: (redirectAddress, state) =>
      answer(async () => {
        const configuration = await discover();
        const trip = { nonce: client.randomNonce(), codeVerifier: client.randomPKCECodeVerifier() };
        const address = client.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectAddress,
          scope: "openid",
          state,
          nonce: trip.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(trip.codeVerifier),
          code_challenge_method: "S256",
        });
        return succeed({ address: address.href, trip });
      }),
    finish: (returnedAddress, trip) =>
      answer(async () => {
        const tokens = await client.authorizationCodeGrant(await discover(), new URL(returnedAddress), {
          expectedState: trip.state,
          expectedNonce: trip.nonce,
          pkceCodeVerifier: trip.codeVerifier,
          idTokenExpected: true,
        });
        const subject = tokens.claims()?.[settings.claim];
        const isNamed = typeof subject === "string" && subject !== "" && subject.length <= 255;
        return isNamed ? succeed({ subject }) : fail({ code: "provider-refused" });
      }),
  };
}

/** Asked at the first use and kept; a provider that was down is asked again next time. */
function discoverOnce(settings: IdentityProviderSettings): () => Promise<client.Configuration> {
  let known: Promise<client.Configuration> | null = null;
  return () => {
    known ??= client
      .discovery(
        new URL(settings.issuer),
        settings.clientId,
        settings.clientSecret ?? undefined,
        settings.clientSecret === null ? client.None() : client.ClientSecretBasic(settings.clientSecret),
        {
          timeout: timeoutSeconds,
          [client.customFetch]: fetchGuarded,
          // The guard above lets plain http through to this machine alone.
          execute: [client.allowInsecureRequests],
        },
      )
      .catch((error: unknown) => {
        known = null;
        throw error;
      });
    return known;
  };
}

/** Whatever a discovery document says: plain http only to this machine, and no following to somewhere else. */
function fetchGuarded(address: string, options: client.CustomFetchOptions): Promise<Response> {
  if (!isSafeIssuer(address)) return Promise.reject(new TypeError(`refused address ${address}`));
  return fetch(address, { ...options, redirect: "manual" } as RequestInit);
}

/** https, or http on this machine. */
export function isSafeIssuer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol === "https:") return true;
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

/** A line that is broken and a provider that says no are two things to whoever must help. */
async function answer<Value>(
  ask: () => Promise<Result<Value, ProviderProblem>>,
): Promise<Result<Value, ProviderProblem>> {
  try {
    return await ask();
  } catch (error) {
    if (isTransport(error)) return fail({ code: "provider-unreachable" });
    if (isRefusal(error)) return fail({ code: "provider-refused" });
    throw error;
  }
}

/** fetch says with a TypeError that nothing came back. */
const isTransport = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof client.ClientError && error.code === "OAUTH_TIMEOUT");

/** The provider answered, or sent the browser back, with something that is not a yes. */
const isRefusal = (error: unknown): boolean =>
  error instanceof client.AuthorizationResponseError ||
  error instanceof client.ResponseBodyError ||
  error instanceof client.WWWAuthenticateChallengeError ||
  error instanceof client.ClientError;
