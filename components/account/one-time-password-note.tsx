import { Note } from "@/components/ui/note";
import type { OneTimePassword } from "@/lib/account/one-time-password";

/** Shown once, to whoever hands it over. */
export function OneTimePasswordNote({ name, oneTimePassword }: OneTimePassword) {
  return (
    <Note tone="ok" role="status">
      {name} 的一次性密码 <code className="font-mono">{oneTimePassword}</code>
      ，只显示这一次。请当面或电话告知；首次登录必须修改。
    </Note>
  );
}
