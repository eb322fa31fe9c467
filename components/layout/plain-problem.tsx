import type { ReactNode } from "react";
import { RequestReference } from "./request-reference";

type Props = { title: string; lead: string; wayOn: ReactNode; reference?: string | null };

/** What went wrong, what to do now, and the number under which the log knows it. */
export function PlainProblem({ title, lead, wayOn, reference }: Props) {
  return (
    <main className="wrap">
      <h1 className="title">{title}</h1>
      <p className="lead">{lead}</p>
      <p>{wayOn}</p>
      <p>{reference ? <small>编号 {reference}</small> : <RequestReference />}</p>
    </main>
  );
}
