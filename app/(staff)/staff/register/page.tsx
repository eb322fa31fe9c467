import type { Metadata } from "next";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { OwnChanges } from "@/components/register/own-changes";
import { RegisterTable } from "@/components/register/register-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { TextInput } from "@/components/ui/text-input";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { can } from "@/lib/auth/policy";
import { paths } from "@/lib/paths";
import { listedSubjects, newKey } from "@/lib/register-change/register-form-rules";
import { findRegisterForm } from "@/lib/register-change/register-forms";
import { listOwnChanges, listRegister } from "@/lib/register-change/register-list-queries";
import { readRegisterQuery } from "@/lib/register-change/register-list-rules";
import { registerSubjectText } from "@/lib/text/register-text";

export const metadata: Metadata = { title: "登记" };

type Props = { searchParams: Promise<Partial<Record<string, string | string[]>>> };

export default async function RegisterPage({ searchParams }: Props) {
  const viewer = await requirePageViewer("/staff/register", paths.staffRegister());
  const { ignored, ...query } = readRegisterQuery(await searchParams);
  const { subject, q } = query;
  const [list, changes] = await Promise.all([listRegister(viewer, query), listOwnChanges(viewer)]);
  const mayEdit = can(viewer.role, "register:write") && findRegisterForm(subject) !== null;
  const name = registerSubjectText[subject];
  return (
    <StaffFrame viewer={viewer} path={paths.staffRegister({ subject })} current="register">
      <div className="row between mb-4">
        <div>
          <h1>登记</h1>
          <p className="soft">项目、协议、单位和落户地在这里登记、变更和更正，由审核员发布。</p>
        </div>
        <div className="row">
          {subject === "project" && <LinkButton href={paths.staffExport()}>导出</LinkButton>}
          {mayEdit && subject === "project" && <LinkButton href={paths.staffImport()}>成批导入</LinkButton>}
          {mayEdit && (
            <LinkButton href={paths.staffRegisterItem(subject, newKey)} variant="go" icon="plus">
              {`新登记${name}`}
            </LinkButton>
          )}
        </div>
      </div>
      {ignored.length > 0 && (
        <Note tone="warn" role="status">
          {`网址里的“${ignored.join("、")}”不能识别，没有采用。请在下面重新选择。`}
        </Note>
      )}
      <OwnChanges changes={changes} />
      <div className="panel stack">
        <Tabs
          label="登记的类别"
          tabs={listedSubjects.map((other) => ({
            href: paths.staffRegister({ subject: other }),
            label: registerSubjectText[other],
            count: other === subject && !q ? list.total : undefined,
            current: other === subject,
          }))}
        />
        <search>
          <form className="row items-end" action={paths.staffRegister()} aria-label={`查找${name}`}>
            <input type="hidden" name="subject" value={subject} />
            <div className="grow max-w-md">
              <TextInput
                name="q"
                type="search"
                label={`查找${name}`}
                placeholder="名称、编号或拼音"
                defaultValue={q ?? ""}
              />
            </div>
            <Button type="submit">查找</Button>
          </form>
        </search>
        {list.total === 0 ? (
          <EmptyState title={q ? `没有找到“${q}”。` : `还没有登记${name}。`}>
            {q && <a href={paths.staffRegister({ subject })}>{`看全部${name}`}</a>}
          </EmptyState>
        ) : (
          <RegisterTable
            subject={subject}
            items={list.items}
            mayEdit={mayEdit}
            mayReview={can(viewer.role, "register:review")}
          />
        )}
        <Pager
          page={list.page}
          pageCount={list.pageCount}
          href={(page) => paths.staffRegister({ subject, q, page })}
        />
      </div>
    </StaffFrame>
  );
}
