/** Where a path of the API stands; Fastify's ":name" is filled, the rest of the query travels as text. */
export function apiAddress(
  path: string,
  params: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const filled = path.replace(/:([A-Za-z]+)/g, (_whole, name: string) =>
    encodeURIComponent(String(params[name] ?? "")),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== "") search.append(name, String(one));
    }
  }
  const text = search.toString();
  return `/api/v1${filled}${text === "" ? "" : `?${text}`}`;
}

/** An address of our own site to go back to after signing in; anything else leads home. */
export function safeReturnAddress(wanted: string | null, origin: string): string {
  if (wanted === null || !wanted.startsWith("/")) return "/";
  try {
    const url = new URL(wanted, origin);
    if (url.origin !== origin || url.pathname.startsWith("/sign-in") || url.pathname.startsWith("/api/"))
      return "/";
    return url.pathname + url.search + url.hash;
  } catch {
    return "/";
  }
}

/** Ours are plain words: ?state=overdue, not quoted JSON. */
export const readSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text));

export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== "") params.set(name, String(value));
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
