import type { Metadata } from "next";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { HandoverChoice } from "@/components/staff/handover-choice";
import { HandoverForm } from "@/components/staff/handover-form";
import { HandoverList } from "@/components/staff/handover-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { listHandoverPeople, listHandoverProjects } from "@/lib/assignment/handover-queries";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "交接" };

type Props = { searchParams: Promise<{ from?: string | string[]; to?: string | string[] }> };

export default async function HandoverPage({ searchParams }: Props) {
  const path = paths.staffHandover();
  const viewer = await requirePageViewer("/staff/handover", path);
  const { givers, takers } = await listHandoverPeople(viewer);
  const { from, to } = await searchParams;
  const isAsked = from !== undefined || to !== undefined;
  const giver = givers.find(({ name }) => name === from);
  const taker = takers.find(({ name }) => name === to && name !== giver?.name);
  const projects = giver && taker ? await listHandoverProjects(viewer, giver.name) : [];
  return (
    <StaffFrame viewer={viewer} path={path} current="handover">
      <div className="stack">
        <div>
          <h1>交接</h1>
          <p className="soft">把一个人负责的项目一次转给另一个人。责任单位不变，以前的责任人留在记录里。</p>
        </div>
        {givers.length === 0 ? (
          <EmptyState title="没有可交接的项目。">还没有项目指定了责任人。</EmptyState>
        ) : (
          <HandoverChoice
            givers={givers}
            takers={takers}
            from={giver?.name ?? ""}
            to={taker?.name ?? ""}
            errors={{
              from: isAsked && !giver ? "请选交出人。" : undefined,
              to: isAsked && !taker ? "请选另一个在用的招商专员。" : undefined,
            }}
          />
        )}
        {giver && taker && (
          <HandoverForm
            from={giver.name}
            to={taker.name}
            seen={projects.map(({ assignmentId }) => assignmentId)}
          >
            <Panel
              id="handover"
              title={`${giver.displayName}交给${taker.displayName}`}
              note={`${projects.length} 个项目`}
            >
              <HandoverList projects={projects} />
            </Panel>
            <Note>
              {`草稿仍是${giver.displayName}的，不随项目转走。待审核的照常审核；已退回的由${taker.displayName}修改后重新提交，${giver.displayName}不能再审核它们。`}
            </Note>
          </HandoverForm>
        )}
      </div>
    </StaffFrame>
  );
}
