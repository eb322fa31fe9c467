/** Leads a browser from a form to a page of ours; relative, so that it stays at the address it came to. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
