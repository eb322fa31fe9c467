import { Icon } from "@/components/ui/icon";
import { paths } from "@/lib/paths";
import { Masthead } from "./masthead";
import { type PublicNavKey, publicNav } from "./public-nav";

/** Knows nothing of the viewer, so that the page can be cached whole. */
export function PublicHeader({ current }: { current?: PublicNavKey }) {
  return <Masthead items={publicNav} current={current} end={<SignInLink />} />;
}

/** `next`: where sign-in comes back to. */
export function SignInLink({ next }: { next?: string }) {
  return (
    <a href={paths.signIn(next)}>
      <Icon name="user" />
      登录
    </a>
  );
}
