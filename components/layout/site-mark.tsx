import { paths } from "@/lib/paths";
import { siteName } from "@/lib/text/site-text";

/** Name and logo: the three cells of the stages. `area` names the part of the site. */
export function SiteMark({ area }: { area?: string }) {
  return (
    <a className="mark" href={paths.home()}>
      <svg viewBox="0 0 34 16" aria-hidden="true">
        <g fill="none" stroke="currentColor" strokeWidth="1.5">
          <rect x=".75" y="2.75" width="8.5" height="12.5" rx="1" />
          <rect x="12.75" y="2.75" width="8.5" height="12.5" rx="1" />
        </g>
        <path d="M0 14h10v2H0zM13.5 9h7v6h-7z" fill="currentColor" />
        <rect x="24" y="2" width="10" height="14" rx="1.5" fill="var(--color-accent)" />
      </svg>
      {siteName}
      {area && <small className="hide-s">{area}</small>}
    </a>
  );
}
