import type { FastifyReply, FastifyRequest } from "fastify";
import type { Edge } from "./endpoint.ts";
import type { Installation } from "./installation.ts";
import { readTicket, writeSession, writeTicket } from "./session-cookie.ts";

const maxUserAgentLength = 300;

/**
 * What an endpoint may know of its request. Cookies are set aside until it is known that what they stand for was
 * committed: a session that was rolled back must not reach the browser.
 */
export function openEdge(
  installation: Installation,
  request: FastifyRequest,
): { readonly edge: Edge; writeCookies(reply: FastifyReply): void } {
  let session: string | null | undefined;
  let ticket: string | null | undefined;
  const edge: Edge = {
    installation,
    requestId: request.id,
    remoteAddress: request.ip,
    userAgent: plainLine(request.headers["user-agent"] ?? ""),
    origin: installation.origin ?? findLocalOrigin(request),
    ticket: readTicket(request),
    setSession: (token) => {
      session = token;
    },
    setTicket: (value) => {
      ticket = value;
    },
  };
  const writeCookies = (reply: FastifyReply): void => {
    if (session !== undefined) writeSession(request, reply, session);
    if (ticket !== undefined) writeTicket(request, reply, ticket);
  };
  return { edge, writeCookies };
}

/** A header is any bytes that a sender likes; what is kept of it is one line that a page and a log can show. */
const plainLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .slice(0, maxUserAgentLength);

/** Host is what a sender says it is; believed only of this machine itself, where it can lead nowhere else. */
function findLocalOrigin(request: FastifyRequest): string | null {
  const host = request.headers.host ?? "";
  return /^(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?$/.test(host)
    ? `${request.protocol}://${host}`
    : null;
}
