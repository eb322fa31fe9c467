type Props = {
  reason: string;
  /** Writes the reason beside the slip too, for pages that have the room. */
  withReason?: boolean;
};

/** 推断: our reading, not the source's words. */
export function InferredSlip({ reason, withReason }: Props) {
  return (
    <>
      <span className="slip inferred" title={reason}>
        推断
      </span>
      {withReason && <span className="small faint">{reason}</span>}
    </>
  );
}

/** The same in a dense table; the table's note explains †. */
export function InferredDagger() {
  return (
    <span className="faint">
      <span aria-hidden="true">†</span>
      <span className="vh">（推断）</span>
    </span>
  );
}
