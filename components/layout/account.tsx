import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type Props = {
  name: string;
  role: string;
  /** The page of one's own account. */
  href: string;
  /** The sign-out form. */
  signOut: ReactNode;
};

/** Who is signed in, at the end of the masthead. */
export function Account({ name, role, href, signOut }: Props) {
  return (
    <>
      <a href={href}>
        <Icon name="user" />
        <span>
          {name !== role && <span className="hide-s">{`${name}，`}</span>}
          {role}
        </span>
      </a>
      {signOut}
    </>
  );
}
