"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { signOutAction } from "@/lib/account/account-actions";
import { emptyFormState } from "@/lib/result";

/** Ends this session; works without JavaScript. */
export function SignOutForm() {
  const [, signOut] = useActionState(signOutAction, emptyFormState);
  return (
    <form action={signOut}>
      <Button type="submit" variant="bare">
        退出
      </Button>
    </form>
  );
}
