import type { CellChange } from "@/lib/import/import-dto";

/** Fields beside what stands now, as items of a list. */
export function ChangeList({ changes }: { changes: readonly CellChange[] }) {
  return changes.map(({ name, before, after }) => (
    <li key={name}>
      {`${name}：`}
      {before && <del className="faint no-underline">{before}</del>}
      {before && " → "}
      <ins className="font-medium no-underline">{after ?? "清空"}</ins>
    </li>
  ));
}
