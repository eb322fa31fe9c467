import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/account/sign-in-form";
import { WorkFooter } from "@/components/layout/footer";
import { Masthead } from "@/components/layout/masthead";
import { PageShell } from "@/components/layout/page-shell";
import { publicNav } from "@/components/layout/public-nav";
import { Note } from "@/components/ui/note";
import { getViewer } from "@/lib/auth/current-viewer";
import { landing } from "@/lib/auth/landing";
import { nextPath } from "@/lib/auth/next-path";
import { getSiteStatus } from "@/lib/site/site-queries";
import { keptForSignInText } from "@/lib/text/account-text";

export const metadata: Metadata = { title: "登录", robots: { index: false } };

type Props = { searchParams: Promise<Partial<Record<"next" | "kept", string | string[]>>> };

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const next = nextPath(asked.next);
  const viewer = await getViewer();
  if (viewer) redirect(next ?? landing[viewer.role]);
  const { isDemo } = await getSiteStatus();
  return (
    <PageShell
      width="work"
      demo={isDemo}
      header={<Masthead items={publicNav} end={null} />}
      footer={<WorkFooter />}
    >
      <div className="mx-auto max-w-sm stack">
        {asked.kept === "1" && <Note role="status">{keptForSignInText}</Note>}
        <SignInForm next={next} />
      </div>
    </PageShell>
  );
}
