import { getServerSession } from "next-auth/next";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Answers `session` alone, without noting a use; `{}` when nobody is signed in. Sign-in and sign-out are actions. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  if (nextauth.join("/") !== "session") return Response.json({}, { status: 404 });
  const session = await getServerSession(nextAuthOptions());
  return Response.json(session ?? {}, { headers: { "cache-control": "private, no-store" } });
}
