import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { ProjectContent } from "@/lib/project/project-register-schema";
import type { Refusal } from "@/lib/refusal";

type Row = { agreement: boolean; place: boolean; strangers: string[]; others: string[] };

/** What a content names and the register does not have, or not as an enterprise. */
export async function strangerRefusals(
  tx: Pick<Transaction, "$queryRaw">,
  { agreement, place, investors }: ProjectContent,
): Promise<Refusal[]> {
  const [row] = await tx.$queryRaw<Row[]>`
    select exists (select from agreements where code = ${agreement}) as agreement,
      exists (select from places where slug = ${place}) as place,
      array(select named.slug from unnest(${investors}::text[]) as named(slug)
        where not exists (select from organizations o where o.slug = named.slug)) as strangers,
      array(select o.name from organizations o
        where o.slug = any(${investors}::text[]) and o.kind <> 'enterprise') as others`;
  const gone = "可能已被撤回。请重新选。";
  return [
    ...(agreement !== null && !row?.agreement
      ? [{ field: "agreement", message: `台账里没有协议 ${agreement}，${gone}` }]
      : []),
    ...(place !== null && !row?.place ? [{ field: "place", message: `台账里没有这个落户地，${gone}` }] : []),
    ...(row?.strangers ?? []).map(() => ({
      field: "investor-0-name",
      message: `台账里没有其中一家企业，${gone}`,
    })),
    ...(row?.others ?? []).map((name) => ({
      field: "investor-0-name",
      message: `“${name}”登记的不是企业，不能作投资企业。`,
    })),
  ];
}
