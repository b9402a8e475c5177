const prefix = "panshi:";

/** What this browser remembers of a person's way of looking (columns, type size); never anything of the work. */
export function recall<Value>(name: string, otherwise: Value): Value {
  try {
    const text = window.localStorage.getItem(prefix + name);
    return text === null ? otherwise : (JSON.parse(text) as Value);
  } catch {
    return otherwise;
  }
}

/** Storage may be full or forbidden; then nothing is remembered and the page works on. */
export function keep(name: string, value: unknown): void {
  try {
    window.localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Looking is not worth a failure.
  }
}
