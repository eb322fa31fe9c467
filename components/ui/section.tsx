import type { ReactNode } from "react";

type Props = { id: string; title: ReactNode; note?: ReactNode; children: ReactNode };

/** A section of a public page below its ink rule; its heading's id is `id-title`. */
export function Section({ id, title, note, children }: Props) {
  return (
    <section className="sec" id={id} aria-labelledby={`${id}-title`}>
      <div className="sec-h">
        <h2 id={`${id}-title`}>{title}</h2>
        {note && <p>{note}</p>}
      </div>
      {children}
    </section>
  );
}
