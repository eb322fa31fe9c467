import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Props = { id: string; title: ReactNode; note?: ReactNode; className?: string; children: ReactNode };

/** A block of a work page on its own ground; its heading's id is `id-title`. */
export function Panel({ id, title, note, className, children }: Props) {
  return (
    <section className={classNames("panel", className)} id={id} aria-labelledby={`${id}-title`}>
      <div className="panel-h">
        <h2 id={`${id}-title`}>{title}</h2>
        {note && <p>{note}</p>}
      </div>
      {children}
    </section>
  );
}
