import type { RegisterNames } from "@/lib/draft/register-names-dto";
import { isChanged } from "@/lib/format/field-diff";
import type { CellChange } from "@/lib/import/import-dto";
import type { RowProblem } from "@/lib/import/judged-row";
import type { OpenChange } from "@/lib/import/register-sheet-queries";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { projectForm } from "@/lib/register-change/project-form";
import { editorialText } from "@/lib/text/editorial-text";

/** What the change would register besides, which may be a misspelling. */
export function newThings({ newPlace, newInvestors }: WholeProject): RowProblem[] {
  return [
    ...newInvestors.map((name) => ({
      field: "investors",
      reason: `台账里没有“${name}”，会随项目登记为新企业。写法有误，请改成台账里的名称。`,
      isWarning: true,
    })),
    ...(newPlace === null
      ? []
      : [{ field: "place", reason: `台账里没有“${newPlace}”，会随项目登记为新落户地。`, isWarning: true }]),
  ];
}

/** Organizations that are named as investors and are none. */
export function strangers({ investors }: WholeProject, { organizations }: RegisterNames) {
  return organizations
    .filter(({ slug, kind }) => investors.includes(slug) && kind !== "enterprise")
    .map(({ name }) => ({ field: "investor-0-name", message: `“${name}”登记的不是企业，不能作投资企业。` }));
}

/** What a row would change, field by field. */
export function changesOf(
  content: WholeProject,
  before: WholeProject | null,
  known: RegisterNames,
): CellChange[] {
  return projectForm
    .diff(before, content, known)
    .filter(isChanged)
    .map((row) => ({ name: row.name, before: row.before, after: row.after }));
}

/** What to do about somebody else's open change. */
export function otherOpen({ state, id, author }: OpenChange): string {
  return `这一项已有一份${editorialText[state]}的变更（编号 ${id}，${author}），内容不一样。等它办完再改，或请那位同事修改那一份。`;
}
