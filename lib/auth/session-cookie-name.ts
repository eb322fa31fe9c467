import { env } from "@/lib/env";

/** Browsers accept `__Host-` only over https; it binds a cookie to this host. */
export const isHttps = env.NEXTAUTH_URL?.startsWith("https:") ?? false;

/** The name under which next-auth looks for its token. */
export const sessionCookieName = `${isHttps ? "__Host-" : ""}next-auth.session-token`;
