import type { FastifyReply, FastifyRequest } from "fastify";

const sessionName = "panshi_session";
const ticketName = "panshi_ticket";
const options = { path: "/", httpOnly: true, sameSite: "lax" } as const;
const ticketSeconds = 600;

export const readSession = (request: FastifyRequest): string | null => request.cookies[sessionName] ?? null;
export const readTicket = (request: FastifyRequest): string | null => request.cookies[ticketName] ?? null;

/** Lax, so that a link in a chat opens signed in; writes are guarded by their origin (register.ts). */
export function writeSession(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  if (token === null) reply.clearCookie(sessionName, options);
  else reply.setCookie(sessionName, token, { ...options, secure: request.protocol === "https" });
}

/** Lax, so that it comes along when another site sends the browser back to us. */
export function writeTicket(request: FastifyRequest, reply: FastifyReply, ticket: string | null): void {
  if (ticket === null) reply.clearCookie(ticketName, options);
  else {
    const secure = request.protocol === "https";
    reply.setCookie(ticketName, ticket, { ...options, secure, maxAge: ticketSeconds });
  }
}
