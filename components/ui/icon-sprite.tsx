import { markIcons, strokeIcons } from "./icon-symbols";

/** Every symbol once per page; `Icon` refers to it by name, so no icon is ever fetched. */
export function IconSprite() {
  return (
    <svg className="sprite" width="0" height="0" aria-hidden="true" focusable="false">
      {Object.entries(strokeIcons).map(([name, path]) => (
        <symbol
          key={name}
          id={`i-${name}`}
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d={path} />
        </symbol>
      ))}
      {Object.entries(markIcons).map(([name, drawing]) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 16 16">
          {drawing}
        </symbol>
      ))}
    </svg>
  );
}
