import type { ComponentProps } from "react";
import { ProblemPage } from "./problem-page";
import { RequestReference } from "./request-reference";

/**
 * A problem without header and footer: Next puts the pages for 401, 403 and 404 into every page that it sends,
 * so they must stay small and must read nothing of the request.
 */
export function BareProblem(props: ComponentProps<typeof ProblemPage>) {
  return (
    <div className="public">
      <main id="main" className="wrap">
        <ProblemPage {...props} />
        {!props.referenceId && <RequestReference />}
      </main>
    </div>
  );
}
