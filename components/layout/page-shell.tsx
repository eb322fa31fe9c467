import type { ReactNode } from "react";
import { IconSprite } from "@/components/ui/icon-sprite";
import { DemoStrip } from "./demo-strip";
import { SkipLink } from "./skip-link";

/** `public`: paper, 1120 wide. `work`: ground, 1216. `wide`: ground, up to 1600. */
const classes = {
  public: "public",
  work: "work",
  wide: "work wide",
} as const;

type Props = {
  width: keyof typeof classes;
  header: ReactNode;
  footer: ReactNode;
  /** The data are made up. */
  demo?: boolean;
  children: ReactNode;
};

/** The frame of every page; goes straight into the body. */
export function PageShell({ width, header, footer, demo, children }: Props) {
  return (
    <div className={classes[width]}>
      <IconSprite />
      <SkipLink />
      {header}
      {demo && <DemoStrip />}
      <main id="main">
        <div className="wrap">{children}</div>
      </main>
      {footer}
    </div>
  );
}
