import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type Props = { name: string; role: string /** The sign-out form. */; signOut: ReactNode };

/** Who is signed in, at the end of the masthead. */
export function Account({ name, role, signOut }: Props) {
  return (
    <>
      <span className="inline-flex min-h-9 items-center gap-1.5 text-ink-soft">
        <Icon name="user" />
        <span>
          <span className="hide-s">{`${name}，`}</span>
          {role}
        </span>
      </span>
      {signOut}
    </>
  );
}
