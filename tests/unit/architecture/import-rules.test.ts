import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const repository = path.resolve(import.meta.dirname, "../../..");
const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");

type Planted = readonly [file: string, imported: string, reason: RegExp];

const refused: readonly Planted[] = [
  ["lib/project/project-queries.ts", "@/components/ui/button", /lib draws nothing/],
  ["lib/project/project-board.ts", "../../app/page", /lib draws nothing/],
  ["components/project/summary.tsx", "@/app/page", /A component knows no page/],
  ["lib/project/project-schema.ts", "@/lib/clock", /are pure/],
  ["lib/milestone/milestone-rules.ts", "@/lib/db", /are pure/],
  ["lib/milestone/late-rules.ts", "@/lib/project/project-queries", /are pure/],
  ["lib/auth/policy.ts", "@/lib/auth/viewer", /are pure/],
  ["lib/format/money.ts", "next/headers", /are pure/],
  ["lib/text/project-text.ts", "server-only", /are pure/],
  ["app/page.tsx", "@/lib/db", /speak to the database/],
  ["components/project/list.tsx", "@prisma/client", /speak to the database/],
  ["lib/project/project-names.ts", "../db", /speak to the database/],
  ["app/staff/page.tsx", "@/lib/progress/progress-commands", /start a command/],
  ["lib/project/project-names-queries.ts", "@/lib/project/project-commands", /start a command/],
  ["lib/progress/progress-commands.ts", "next/cache", /know nothing of Next/],
  ["lib/audit/record.ts", "@/lib/project/project-rules", /knows its parents only/],
  ["lib/source/source-queries.ts", "@/lib/agreement/agreement-queries", /knows its parents only/],
  ["lib/place/place-register-queries.ts", "@/lib/agreement/agreement-queries", /knows its parents only/],
  ["lib/agreement/agreement-queries.ts", "@/lib/project/project-queries", /knows its parents only/],
  ["lib/project/project-stage-commands.ts", "../progress/progress-queries", /knows its parents only/],
  ["lib/project/project-sentence.ts", "@/lib/project/project-queries", /are pure/],
  ["lib/project/project-dto.ts", "@/lib/project/project-sql", /are pure/],
  ["lib/project/project-unit-queries.ts", "@/lib/assignment/assignment-queries", /knows its parents only/],
  ["lib/assignment/assignment-commands.ts", "@/lib/progress/progress-commands", /knows its parents only/],
  ["lib/attachment/attachment-commands.ts", "@/lib/progress/progress-queries", /knows its parents only/],
  ["lib/project/project-photo-queries.ts", "@/lib/attachment/attachment-queries", /knows its parents only/],
  ["lib/storage/named-storage.ts", "@/lib/attachment/attachment-rules", /knows its parents only/],
  ["lib/kpi/kpi-home-queries.ts", "@/lib/home/home-queries", /knows its parents only/],
  ["lib/milestone/milestone-queries.ts", "@/lib/commitment/commitment-queries", /knows its parents only/],
  ["lib/commitment/commitment-queries.ts", "@/lib/progress/progress-queries", /knows its parents only/],
  ["lib/progress/progress-queries.ts", "@/lib/status-check/status-check-queries", /knows its parents only/],
  ["lib/progress/progress-round-commands.ts", "@/lib/round/round-commands", /knows its parents only/],
  ["lib/round/round-queries.ts", "@/lib/status-check/status-check-queries", /knows its parents only/],
  ["lib/status-check/status-check-queries.ts", "@/lib/kpi/kpi-queries", /knows its parents only/],
  ["lib/supervision/supervision-queries.ts", "@/lib/kpi/kpi-rules", /knows its parents only/],
  ["lib/excel/workbook-names.ts", "@/lib/import/import-dto", /knows its parents only/],
  ["lib/progress/sheet-queries.ts", "@/lib/import/import-dto", /knows its parents only/],
  ["lib/import/import-names.ts", "@/lib/round/round-rules", /knows its parents only/],
];

const accepted = [
  ["app/allowed/page.tsx", "@/components/project/summary"],
  ["app/allowed/layout.tsx", "@/lib/project/project-queries"],
  ["app/api/uploads/route.ts", "@/lib/source/source-commands"],
  ["components/allowed/summary.tsx", "@/lib/format/money"],
  ["lib/allowed/allowed-schema.ts", "zod"],
  ["lib/allowed/allowed-rules.ts", "@/lib/project/project-rules"],
  ["lib/allowed/allowed-sentence.ts", "@/lib/allowed/allowed-dto"],
  ["lib/allowed/allowed-queries.ts", "@/lib/db"],
  ["lib/allowed/allowed-actions.ts", "@/lib/allowed/allowed-commands"],
  ["lib/allowed/allowed-commands.ts", "@/lib/project/project-commands"],
  ["lib/progress/allowed-queries.ts", "@/lib/milestone/milestone-queries"],
  ["lib/round/allowed-commands.ts", "@/lib/progress/progress-commands"],
  ["lib/kpi/kpi-queries.ts", "@/lib/status-check/status-check-queries"],
  ["lib/project/allowed-commands.ts", "@/lib/audit/record"],
  ["lib/auth/viewer.ts", "@/lib/db"],
  ["tests/integration/project/project.test.ts", "@/lib/db"],
  ["prisma/seed.ts", "@/lib/project/project-commands"],
] as const;

let tree: string;
let report: Map<string, string>;

beforeAll(() => {
  // Below a folder called lib, as a clone may be: the rules must not take that for the project's own.
  tree = path.join(mkdtempSync(path.join(tmpdir(), "import-rules-")), "lib", "clone");
  for (const [file, imported] of [...refused, ...accepted])
    plant(file, `import ${JSON.stringify(imported)};`);
  plant("lib/project/cycle-a.ts", 'import type { B } from "./cycle-b";\nexport type A = B[];');
  plant("lib/project/cycle-b.ts", 'import type { A } from "./cycle-a";\nexport type B = { a: A };');
  plant("lib/project/lazy.ts", 'export const lazy = () => import("@/lib/progress/progress-queries");');
  plant("lib/project/port.ts", "export const port = process.env.PORT;");
  plant("lib/env.ts", "export const env = process.env;");
  plant("lib/format/clock.ts", "export const now = () => new Date();");
  plant("lib/project/clock-rules.ts", "export const now = () => Date.now();");
  plant("lib/format/instant.ts", "export const start = new Date(0);");
  cpSync(path.join(repository, "lint"), path.join(tree, "lint"), { recursive: true });
  const { vcs: _, ...config } = JSON.parse(readFileSync(path.join(repository, "biome.json"), "utf8"));
  plant("biome.json", JSON.stringify(config));
  report = lintReport();
});

afterAll(() => rmSync(path.resolve(tree, "../.."), { recursive: true }));

function plant(file: string, text: string) {
  mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
  writeFileSync(path.join(tree, file), text);
}

/** What the linter said of each file. */
function lintReport(): Map<string, string> {
  const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: tree, encoding: "utf8" });
  const said = new Map<string, string>();
  for (const { location, message, category } of JSON.parse(stdout).diagnostics) {
    const file = location.path.file ?? location.path;
    said.set(file, `${said.get(file) ?? ""}${category}: ${JSON.stringify(message)}\n`);
  }
  return said;
}

describe("who may import whom", () => {
  it.each(refused)("%s may not import %s", (file, _imported, reason) => {
    expect(report.get(file)).toMatch(reason);
  });

  it.each(accepted)("%s may import %s", (file) => {
    expect(report.get(file)).toBeUndefined();
  });

  it("holds for an import that is made later, too", () => {
    expect(report.get("lib/project/lazy.ts")).toMatch(/knows its parents only/);
  });

  it("leaves a pure file without a clock", () => {
    expect(report.get("lib/format/clock.ts")).toMatch(/has no clock/);
    expect(report.get("lib/project/clock-rules.ts")).toMatch(/has no clock/);
    expect(report.get("lib/format/instant.ts")).toBeUndefined();
  });

  it("reads the environment in one place", () => {
    expect(report.get("lib/project/port.ts")).toMatch(/reads the environment once/);
    expect(report.get("lib/env.ts")).toBeUndefined();
  });

  it("allows no cycle, not even of types", () => {
    expect(report.get("lib/project/cycle-a.ts")).toMatch(/noImportCycles/);
  });
});
