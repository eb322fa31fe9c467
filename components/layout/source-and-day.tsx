import { Missing } from "@/components/source/missing";

type Props = { latestSourceOn: string | null; asOf: string };

/** 最近来源｜统计日, always side by side: how old the knowledge is, and for which day it is asked. */
export function SourceAndDay({ latestSourceOn, asOf }: Props) {
  return (
    <>
      {"最近来源 "}
      {latestSourceOn ? (
        <time dateTime={latestSourceOn}>{latestSourceOn}</time>
      ) : (
        <Missing why="not_reported" />
      )}
      {"｜统计日 "}
      <time dateTime={asOf}>{asOf}</time>
    </>
  );
}
