// Reads one xAPI statement per line on standard input and prints one verdict per line:
// "ok", or the validator's warnings as a JSON array.
import { createInterface } from "node:readline";
import validation from "@learninglocker/xapi-validation";

// The package is CommonJS with a default export of its own.
const validate = validation.default;
const describe = (warning) => ({ kind: warning.constructor.name, ...warning });

for await (const line of createInterface({ input: process.stdin })) {
  const warnings = validate(JSON.parse(line));
  console.log(warnings.length === 0 ? "ok" : JSON.stringify(warnings.map(describe)));
}
