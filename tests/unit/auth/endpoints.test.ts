import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { actions, pages, routes } from "@/lib/auth/endpoints";

const app = path.resolve(import.meta.dirname, "../../../app");
const files = fs.readdirSync(app, { recursive: true, encoding: "utf8" });

/** "(staff)/staff/review/page.tsx" is "/staff/review". */
const routeOf = (file: string) =>
  `/${path.dirname(file).replace(/\([^/]+\)(\/|$)/g, "")}`.replace(/(?<=.)\/$/, "");
const routesOf = (name: string) => files.filter((file) => path.basename(file) === name).map(routeOf);

it("every page in the inventory exists", () => {
  expect(routesOf("page.tsx")).toEqual(expect.arrayContaining(Object.keys(pages)));
});

it("every route in the inventory exists", () => {
  const listed = Object.keys(routes).map((route) => route.replace(/^[A-Z]+ /, ""));
  expect(routesOf("route.ts")).toEqual(expect.arrayContaining(listed));
});

it("every action in the inventory is made with its own name", () => {
  const lib = path.resolve(app, "../lib");
  const sources = fs
    .readdirSync(lib, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("-actions.ts"))
    .map((file) => fs.readFileSync(path.join(lib, file), "utf8"))
    .join("\n");
  for (const name of Object.keys(actions)) {
    expect(sources).toMatch(new RegExp(`export const ${name}Action = (?:publicA|a)ction\\(\\s*"${name}"`));
  }
});
