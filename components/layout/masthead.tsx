import type { ReactNode } from "react";
import { SiteMark } from "./site-mark";

export type NavItem = { key: string; label: string; href: string };

type Props = {
  area?: string;
  items: readonly NavItem[];
  /** Key of the item that this page belongs to. */
  current?: string | null;
  search?: ReactNode;
  /** Sign-in link, or the account and its sign-out. */
  end: ReactNode;
};

/** What the headers of all audiences share. */
export function Masthead({ area, items, current, search, end }: Props) {
  return (
    <header className="mast no-print">
      <div className="wrap">
        <SiteMark area={area} />
        <nav className="nav" aria-label="主导航">
          <ul>
            {items.map((item) => (
              <li key={item.key}>
                <a href={item.href} aria-current={item.key === current ? "page" : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {search}
        <div className="mast-end">{end}</div>
      </div>
    </header>
  );
}
