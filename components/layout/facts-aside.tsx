import { type KeyValue, KeyValues } from "@/components/ui/key-values";

/** 基本信息: the facts that stand beside the story of a public page. */
export function FactsAside({ items }: { items: readonly KeyValue[] }) {
  return (
    <aside className="sticky stack" aria-label="基本信息">
      <div className="sec">
        <h2 className="vh">基本信息</h2>
        <KeyValues className="-mt-2" items={items} />
      </div>
    </aside>
  );
}
