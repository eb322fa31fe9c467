import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

type Props = {
  /** As typed before. */
  name: string;
  errors: { name?: string; password?: string };
  isBusy: boolean;
};

/** The first step of signing in. */
export function PasswordStep({ name, errors, isBusy }: Props) {
  return (
    <>
      <input type="hidden" name="step" value="password" />
      <div className="stack">
        <TextInput
          name="name"
          label="用户名"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          defaultValue={name}
          error={errors.name}
        />
        <TextInput
          name="password"
          type="password"
          label="密码"
          autoComplete="current-password"
          required
          error={errors.password}
        />
        <Button type="submit" variant="go" wide busy={isBusy}>
          登录
        </Button>
      </div>
    </>
  );
}
