import { become, ensureReady } from "./ensure.mjs";

// The command line. Nothing but the command itself writes to stdout.
become(ensureReady(), "apps/cli/main.ts", process.argv.slice(2));
