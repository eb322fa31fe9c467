import { Account } from "@/components/layout/account";
import { ActionButton } from "@/components/ui/action-button";
import { signOutAction } from "@/lib/account/account-actions";
import type { Viewer } from "@/lib/auth/viewer";
import { paths } from "@/lib/paths";
import { roleText } from "@/lib/text/role-text";

/** Who is signed in, their own account and the way out: the end of the masthead on pages for signed-in people. */
export function ViewerMenu({ viewer }: { viewer: Pick<Viewer, "displayName" | "role"> }) {
  const signOut = (
    <ActionButton action={signOutAction} variant="bare" size="sm">
      退出
    </ActionButton>
  );
  return (
    <Account
      name={viewer.displayName}
      role={roleText[viewer.role]}
      href={paths.staffAccount()}
      signOut={signOut}
    />
  );
}
