/** The first thing that the keyboard reaches; its target is `PageShell`'s main. */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      跳到主要内容
    </a>
  );
}
