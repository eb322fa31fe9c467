import { can, type Permission, type Role } from "./policy";

/** Who asks, with what, and from where. A command also records it as the actor of its audit event. */
export type Viewer = {
  accountId: number;
  name: string;
  displayName: string;
  role: Role;
  sessionId: string;
  /** The password was set by somebody else; until it is changed nothing else is permitted. */
  mustChangePassword: boolean;
  /** The operator requires a second factor of this role, and the account has none yet. */
  mustAddSecondFactor: boolean;
  /** Null: unknown. */
  address: string | null;
};

export class NotSignedIn extends Error {
  override readonly name = "NotSignedIn";
}

export class PasswordChangeDue extends Error {
  override readonly name = "PasswordChangeDue";
}

export class SecondFactorDue extends Error {
  override readonly name = "SecondFactorDue";
}

export class Forbidden extends Error {
  override readonly name = "Forbidden";

  constructor(readonly permission: Permission) {
    super(`lacks ${permission}`);
  }
}

/** Whether the viewer's own account has to be put in order before anything else is permitted. */
export function isHeldUp(viewer: Pick<Viewer, "mustChangePassword" | "mustAddSecondFactor">): boolean {
  return viewer.mustChangePassword || viewer.mustAddSecondFactor;
}

/** Throws NotSignedIn, PasswordChangeDue, SecondFactorDue or Forbidden unless the viewer may do this now. */
export function requirePermission(viewer: Viewer | null, permission: Permission): asserts viewer is Viewer {
  if (!viewer) throw new NotSignedIn();
  if (permission !== "own-account:manage") {
    if (viewer.mustChangePassword) throw new PasswordChangeDue();
    if (viewer.mustAddSecondFactor) throw new SecondFactorDue();
  }
  if (!can(viewer.role, permission)) throw new Forbidden(permission);
}
