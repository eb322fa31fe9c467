import { Icon } from "./icon";
import { pagerWindow } from "./pager-window";

type Props = { page: number; pageCount: number; href: (page: number) => string };

/** Nothing when there is one page only. */
export function Pager({ page, pageCount, href }: Props) {
  if (pageCount <= 1) return null;
  return (
    <nav aria-label="翻页" className="no-print">
      <ul className="pager">
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              <Icon name="prev" />
              上一页
            </a>
          </li>
        )}
        {pagerWindow(page, pageCount).map((number, index) =>
          number === null ? (
            <li key={index === 1 ? "gap-before" : "gap-after"}>
              <span>…</span>
            </li>
          ) : (
            <li key={number}>
              <a href={href(number)} aria-current={number === page ? "page" : undefined}>
                {number}
              </a>
            </li>
          ),
        )}
        {page < pageCount && (
          <li>
            <a href={href(page + 1)} rel="next">
              下一页
              <Icon name="next" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
