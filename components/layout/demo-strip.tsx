import { demoText } from "@/lib/text/site-text";

/** On every page that shows made-up progress. */
export function DemoStrip() {
  return (
    <aside className="demo" aria-label="演示数据提示">
      <div className="wrap">
        <b>演示数据</b>
        <span>{demoText}</span>
      </div>
    </aside>
  );
}
