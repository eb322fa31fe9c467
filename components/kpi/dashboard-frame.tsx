import type { ReactNode } from "react";
import { ViewerMenu } from "@/components/account/viewer-menu";
import { WorkFooter } from "@/components/layout/footer";
import { OfficialHeader } from "@/components/layout/official-header";
import { PageShell } from "@/components/layout/page-shell";
import { SignInLink } from "@/components/layout/public-header";
import type { Viewer } from "@/lib/auth/viewer";
import { lightRuleVersion } from "@/lib/milestone/light-rules";
import { paths } from "@/lib/paths";

type Props = {
  /** Null: anybody. */
  viewer: Viewer | null;
  demo: boolean;
  children: ReactNode;
};

/** The officials' masthead and footer around the dashboard. */
export function DashboardFrame({ viewer, demo, children }: Props) {
  const end = viewer ? <ViewerMenu viewer={viewer} /> : <SignInLink next={paths.dashboard()} />;
  return (
    <PageShell
      width="wide"
      demo={demo}
      header={<OfficialHeader current="dashboard" end={end} />}
      footer={
        <WorkFooter>
          {viewer && `最近来源和统计日见页面标注。红黄绿灯用默认规则第 ${lightRuleVersion} 版。`}
        </WorkFooter>
      }
    >
      {children}
    </PageShell>
  );
}
