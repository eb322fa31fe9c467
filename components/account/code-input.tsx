import type { Ref } from "react";
import { TextInput } from "@/components/ui/text-input";

type Props = { hint?: string; error?: string; ref?: Ref<HTMLInputElement> };

const eitherCode = "验证器应用里的 6 位数字。手机不在手边，就输一个恢复码。";

/** The app's code or a recovery code; nothing that was typed comes back, as each counts once. */
export function CodeInput({ hint = eitherCode, error, ref }: Props) {
  return (
    <TextInput
      ref={ref}
      name="secondFactor"
      label="验证码"
      hint={hint}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      required
      error={error}
    />
  );
}
