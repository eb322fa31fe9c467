import { Missing } from "@/components/source/missing";
import type { AgreementParty } from "@/lib/agreement/agreement-dto";
import { paths } from "@/lib/paths";
import { organizationKindText } from "@/lib/text/organization-text";

type Props = { parties: readonly AgreementParty[]; withKind?: boolean };

/** The sides of an agreement, one a line; only enterprises have a page. */
export function PartyNames({ parties, withKind }: Props) {
  return parties.map(({ organization, nameInTitle }) => (
    <span key={nameInTitle} className="block min-h-6">
      {organization ? (
        <>
          {organization.kind === "enterprise" ? (
            <a href={paths.enterprise(organization.slug)}>{nameInTitle}</a>
          ) : (
            nameInTitle
          )}
          {withKind && `（${organizationKindText[organization.kind]}）`}
        </>
      ) : (
        <>
          {`${nameInTitle}：`}
          <Missing why="not_stated" />
        </>
      )}
    </span>
  ));
}
