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
  /** Null: unknown. */
  address: string | null;
};

export class NotSignedIn extends Error {
  override readonly name = "NotSignedIn";
}

export class PasswordChangeDue extends Error {
  override readonly name = "PasswordChangeDue";
}

export class Forbidden extends Error {
  override readonly name = "Forbidden";

  constructor(readonly permission: Permission) {
    super(`lacks ${permission}`);
  }
}

/** Throws NotSignedIn, PasswordChangeDue or Forbidden unless the viewer may do this now. */
export function requirePermission(viewer: Viewer | null, permission: Permission): asserts viewer is Viewer {
  if (!viewer) throw new NotSignedIn();
  if (viewer.mustChangePassword && permission !== "own-account:manage") throw new PasswordChangeDue();
  if (!can(viewer.role, permission)) throw new Forbidden(permission);
}
