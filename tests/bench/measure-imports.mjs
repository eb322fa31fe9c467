import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { libProgram } from "../../scripts/app-database.mjs";
import { runNode } from "../../scripts/child.mjs";
import { withPeakMemory } from "./peak-memory.mjs";

const desk = fileURLToPath(new URL("import-desk.ts", import.meta.url));
const kinds = ["register", "reports"];
const kindNames = { register: "台账", reports: "月报" };

/**
 * Uploads workbooks of 10,000 rows as somebody who is signed in, and reads their previews: filled in, as they were
 * downloaded, and filled in once more after their rows were handed in as a whole.
 * @param {Awaited<ReturnType<typeof import("./sites.mjs").openSites>>} sites
 */
export async function measureImports({ big }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bench-imports-"));
  const atDesk = (...args) =>
    runNode(libProgram(desk, folder, ...args), { env: big.env, name: "导入的准备" });
  const answerOf = (name) => JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), "utf8"));
  try {
    await atDesk("prepare");
    const { cookie } = answerOf("prepare");
    const measure = async (kind, state, file) => {
      const upload = () => uploadAndRead(big.appUrl, cookie, path.join(folder, file));
      const { result, megabytes } = await withPeakMemory(big.appPid, upload);
      await atDesk("counts", result.address);
      return {
        name: `${kindNames[kind]}，${state}`,
        counts: answerOf("counts"),
        seconds: result.seconds,
        readerMegabytes: megabytes.children,
        appMegabytes: megabytes.own,
      };
    };
    const uploads = [];
    const confirmations = [];
    for (const kind of kinds) {
      uploads.push(await measure(kind, "没有改动", `${kind}-untouched.xlsx`));
      uploads.push(await measure(kind, "有改动", `${kind}.xlsx`));
      await atDesk("confirm", kind);
      confirmations.push({ kind, ...answerOf("confirm") });
      uploads.push(await measure(kind, "提交后再传一次", `${kind}.xlsx`));
    }
    return { uploads, confirmations };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** By the form of a browser, up to the last byte of the preview. */
async function uploadAndRead(appUrl, cookie, file) {
  const body = new FormData();
  body.append("file", new File([fs.readFileSync(file)], path.basename(file)));
  const headers = { cookie, origin: appUrl, accept: "text/html" };
  const began = performance.now();
  const sent = await fetch(`${appUrl}/api/uploads/workbook`, {
    method: "POST",
    body,
    headers,
    redirect: "manual",
  });
  const address = sent.headers.get("location") ?? "";
  if (!/^\/staff\/import\/\d+$/.test(address))
    throw new Error(`the upload answered ${sent.status} ${address}`);
  const preview = await fetch(appUrl + address, { headers });
  if (preview.status !== 200) throw new Error(`the preview answered ${preview.status}`);
  await preview.text();
  return { address, seconds: (performance.now() - began) / 1000 };
}
