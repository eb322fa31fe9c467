import { Icon } from "./icon";
import type { IconName } from "./icon-symbols";

export type Tab = {
  href: string;
  label: string;
  count?: number;
  icon?: IconName;
  /** Colours the icon: stage-signed, stage-building, stage-operating. */
  className?: string;
  current?: boolean;
};

/** Links that filter one list; each is a page of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul className="seg">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} className={tab.className} aria-current={tab.current ? "true" : undefined}>
              {tab.icon && <Icon name={tab.icon} />}
              {tab.label}
              {tab.count !== undefined && <span className="count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
