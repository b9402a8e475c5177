import type { FastifyReply, FastifyRequest } from "fastify";

const cookieName = "panshi_session";
const options = { path: "/", httpOnly: true, sameSite: "lax" } as const;

export const readSession = (request: FastifyRequest): string | null => request.cookies[cookieName] ?? null;

/** Lax, so that a link in a chat opens signed in; writes are guarded by their origin (register.ts). */
export function writeSession(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName, token, { ...options, secure: request.protocol === "https" });
}

export function clearSession(reply: FastifyReply): void {
  reply.clearCookie(cookieName, options);
}
