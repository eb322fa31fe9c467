import { Note } from "@/components/ui/note";

/** Shown once, to whom they belong. */
export function RecoveryCodesNote({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <Note tone="ok" role="status">
        {`两步验证已启用，其他登录已结束。下面是 ${codes.length} 个恢复码，只显示这一次：请打印或抄下，和手机分开保管。手机丢失时，每个能代替验证码用一次。`}
      </Note>
      <ul className="grid grid-cols-2 gap-2 font-mono" aria-label="恢复码">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </>
  );
}
