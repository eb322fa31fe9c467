import "server-only";
import { getPublicAgreement, listPublicAgreements } from "@/lib/agreement/agreement-queries";
import { today } from "@/lib/clock";
import { getPublicStats } from "@/lib/kpi/kpi-queries";
import { listPublicProjects } from "@/lib/project/project-list-queries";
import { getPublicProject } from "@/lib/project/project-queries";
import { projectQueryFromKey } from "@/lib/project/project-query-key";
import { listPublicChanges, type PublicChange } from "@/lib/register-change/public-change-queries";

type Dataset = (key: string) => Promise<object | null>;

/** What the API hands out, by the name and key to which the proxy rewrites an address; null is 404. */
const datasets = new Map<string, Dataset>([
  ["projects", projectsData],
  ["project", async (code) => getPublicProject(code, await today())],
  ["agreements", async () => listPublicAgreements(await today())],
  ["agreement", agreementData],
  ["stats", async (asOf) => getPublicStats(asOf === "today" ? await today() : asOf)],
]);

/** The body of one answer of the API; null when there is no such thing. */
export async function openData(dataset: string, key: string): Promise<object | null> {
  return (await datasets.get(dataset)?.(key)) ?? null;
}

/** What its page shows, and of each change of it which fields it gave a new value. */
async function agreementData(code: string) {
  const agreement = await getPublicAgreement(code, await today());
  if (!agreement) return null;
  const changes = await listPublicChanges("agreement", code);
  return { ...agreement, changes: changes.map(changeData) };
}

function changeData({ id, kind, publishedOn, withdrawnOn, statement }: PublicChange) {
  const { reason = null, evidence = null, fields = [] } = statement ?? {};
  return { id, kind, publishedOn, withdrawnOn, reason, evidence, fields };
}

async function projectsData(key: string) {
  const selection = projectQueryFromKey(key);
  if (!selection || selection.ignored.length > 0) return null;
  const { total, page, pageSize, items } = await listPublicProjects(selection.query, await today());
  return { total, page, pageSize, items };
}
