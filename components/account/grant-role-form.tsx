"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { grantRoleAction } from "@/lib/account/account-actions";
import { type Role, roles } from "@/lib/auth/policy";
import { emptyFormState } from "@/lib/result";
import { roleText } from "@/lib/text/role-text";

/** Chooses another role for one account. */
export function GrantRoleForm({ name, role }: { name: string; role: Role }) {
  const [state, submit, isPending] = useActionState(grantRoleAction, emptyFormState);
  return (
    <form action={submit} className="row">
      <input type="hidden" name="name" value={name} />
      <select name="role" className="input w-auto" defaultValue={role} aria-label={`${name} 的角色`}>
        {roles.map((choice) => (
          <option key={choice} value={choice}>
            {roleText[choice]}
          </option>
        ))}
      </select>
      <Button type="submit" size="sm" busy={isPending}>
        授予角色
        <span className="vh">{name}</span>
      </Button>
      {state.message && <p role="alert">{state.message}</p>}
    </form>
  );
}
