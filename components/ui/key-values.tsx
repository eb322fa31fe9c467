import { Fragment, type ReactNode } from "react";
import { classNames } from "./class-names";

export type KeyValue = { term: string; value: ReactNode };

type Props = { items: readonly KeyValue[]; width?: "wide"; className?: string };

/** Facts, one a line. */
export function KeyValues({ items, width, className }: Props) {
  return (
    <dl className={classNames("kv", width && `kv-${width}`, className)}>
      {items.map(({ term, value }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
