import { existsSync } from "node:fs";
import { resolve } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Paths that a browser asks for as a page; everything else under an unknown address is not found. */
function isPage(method: string, url: string): boolean {
  const [path = ""] = url.split("?");
  return method === "GET" && !path.startsWith("/api/") && !/\.[a-z0-9]{2,5}$/i.test(path);
}

/**
 * Serves the built pages: files with a digest in their name are kept by the browser for a year, the pages
 * themselves are asked for each time.
 */
export async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(resolve(folder, "index.html"))) return;
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const lasting = path.includes("/assets/");
      response.header("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  server.addHook("onRequest", async (request, reply) => {
    if (!isPage(request.method, request.url)) return;
    const page = request.url.startsWith("/sign-in") ? "sign-in.html" : "index.html";
    return reply.sendFile(page);
  });
}
