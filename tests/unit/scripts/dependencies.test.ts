import { expect, test } from "vitest";
import { areInstalled } from "../../../scripts/dependencies.mjs";

const wanted = {
  "": { name: "clone" },
  "node_modules/next": { version: "16.4.6" },
  "node_modules/vitest": { version: "4.1.12", dev: true },
  "node_modules/other-system": { version: "1.0.0", optional: true },
};
const everything = {
  "node_modules/next": { version: "16.4.6" },
  "node_modules/vitest": { version: "4.1.12" },
};

test("a fresh clone has to be installed", () => {
  expect(areInstalled(wanted, {}, false)).toBe(false);
});

test("another system's package may be missing", () => {
  expect(areInstalled(wanted, everything, true)).toBe(true);
});

test("a changed version has to be installed", () => {
  const older = { ...everything, "node_modules/next": { version: "16.4.5" } };
  expect(areInstalled(wanted, older, false)).toBe(false);
});

test("test tools are needed for tests only", () => {
  const production = { "node_modules/next": { version: "16.4.6" } };
  expect(areInstalled(wanted, production, false)).toBe(true);
  expect(areInstalled(wanted, production, true)).toBe(false);
});
