import type { ReactNode } from "react";

type Props = { id: string; title: string; note?: ReactNode; children: ReactNode };

/** A heading and its list of things to do; its heading's id is `id-title`. */
export function TaskSection({ id, title, note, children }: Props) {
  return (
    <section className="mt-7 first:mt-0" id={id} aria-labelledby={`${id}-title`}>
      <h2 className="text-base" id={`${id}-title`}>
        {title}
      </h2>
      <ul>{children}</ul>
      {note && <p className="small faint">{note}</p>}
    </section>
  );
}
