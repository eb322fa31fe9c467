import { InferredSlip } from "@/components/source/inferred-slip";
import type { PromiseGroup, PromiseItem, PromiseScale } from "@/lib/agreement/promise-groups";
import { formatNumber } from "@/lib/format/number";
import { paths } from "@/lib/paths";

/** One sentence for each thing promised, then its scale. */
export function PromiseWords({ group: { items, scales } }: { group: PromiseGroup }) {
  return (
    <>
      {items.map((item) => (
        <p key={item.title}>
          <Item item={item} />
        </p>
      ))}
      {[...scalesByProject(scales)].map(([name, quantities]) => (
        <p key={name}>{`${name}的规模：${quantities.join("，")}。`}</p>
      ))}
    </>
  );
}

function Item({ item: { title, projects, remarks } }: { item: PromiseItem }) {
  const isAllInferred = projects.every(({ isInferred }) => isInferred);
  const reason = remarks.join("；");
  return (
    <>
      {`${title}：`}
      {isAllInferred && (
        <>
          <InferredSlip reason={reason} />{" "}
        </>
      )}
      {projects.map(({ code, name, isInferred }, index) => (
        <span key={code}>
          {index > 0 && "、"}
          <a href={paths.project(code)}>{name}</a>
          {isInferred && !isAllInferred && (
            <>
              {" "}
              <InferredSlip reason={reason} />
            </>
          )}
        </span>
      ))}
      。{remarks.length > 0 && <span className="faint">{`${reason}。`}</span>}
    </>
  );
}

function quantity({ indicator, target, unit, note }: PromiseScale): string {
  return `${indicator} ${formatNumber(target)} ${unit}${note ? `（${note}）` : ""}`;
}

function scalesByProject(scales: readonly PromiseScale[]): Map<string, string[]> {
  const byProject = new Map<string, string[]>();
  for (const scale of scales) {
    byProject.set(scale.project.name, [...(byProject.get(scale.project.name) ?? []), quantity(scale)]);
  }
  return byProject;
}
