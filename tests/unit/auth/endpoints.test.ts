import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { actions, pages, routes } from "@/lib/auth/endpoints";

const root = path.resolve(import.meta.dirname, "../../..");
const filesBelow = (folder: string) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file}`);
const textOf = (file: string) => fs.readFileSync(path.join(root, file), "utf8");
const named = (files: string[], pattern: RegExp) => files.filter((file) => pattern.test(path.basename(file)));

const appFiles = filesBelow("app");
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
// Files that Next serves under an address of its own.
const metadataAddresses: Record<string, string> = {
  "robots.ts": "/robots.txt",
  "sitemap.ts": "/sitemap.xml",
  "manifest.ts": "/manifest.webmanifest",
};

/** "app/(staff)/staff/review/page.tsx" is "/staff/review". */
function routeOf(file: string): string {
  const folders = path.dirname(file).split("/").slice(1);
  return `/${folders.filter((folder) => !/^\(.+\)$/.test(folder)).join("/")}`;
}

function handlersOf(file: string): string[] {
  const exported = methods.filter((method) =>
    new RegExp(`export (?:async )?(?:function|const) ${method}\\b|export \\{[^}]*\\b${method}\\b`).test(
      textOf(file),
    ),
  );
  return exported.map((method) => `${method} ${routeOf(file)}`);
}

it("the inventory has every page there is, and no other", () => {
  const existing = named(appFiles, /^page\.(tsx?|jsx?|mdx?)$/).map(routeOf);
  expect(Object.keys(pages).toSorted()).toEqual(existing.toSorted());
});

it("the inventory has every route handler by method, and no other", () => {
  const handlers = named(appFiles, /^route\.[jt]sx?$/).flatMap(handlersOf);
  const metadata = named(appFiles, /^(robots|sitemap|manifest)\.ts$/).map(
    (file) => `GET ${metadataAddresses[path.basename(file)]}`,
  );
  expect(Object.keys(routes).toSorted()).toEqual([...handlers, ...metadata].toSorted());
});

it("the inventory has every server action, each made with its own name, and no other", () => {
  const sources = [...appFiles, ...filesBelow("components"), ...filesBelow("lib")].filter((file) =>
    /\.tsx?$/.test(file),
  );
  const made = sources
    .filter((file) => /^\s*["']use server["']/m.test(textOf(file)))
    .flatMap((file) =>
      [...textOf(file).matchAll(/^export (?!type)(.*)/gm)].map(([, declaration = ""]) => declaration),
    );
  const expected = Object.keys(actions).map((name) => expect.stringMatching(wrapped(name)));
  expect(made).toHaveLength(expected.length);
  expect(made).toEqual(expect.arrayContaining(expected));

  function wrapped(name: string): RegExp {
    return new RegExp(`^const ${name}Action = (?:publicA|a)ction\\((?:"${name}"|$)`);
  }
});

it("a wrapper is given the name of the action that it makes", () => {
  const text = named(filesBelow("lib"), /-actions\.ts$/)
    .map(textOf)
    .join("\n");
  for (const name of Object.keys(actions)) {
    expect(text).toMatch(new RegExp(`export const ${name}Action = (?:publicA|a)ction\\(\\s*"${name}"`));
  }
});
