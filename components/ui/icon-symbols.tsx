import type { ReactNode } from "react";

/** Icons drawn with one stroke of 1.5 px: the path is all there is. */
export const strokeIcons = {
  back: "M6 3 2.8 6.2 6 9.4M3 6.2h6.4a3.6 3.6 0 0 1 0 7.2H6.5",
  bad: "M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM8 4.8v3.8M8 11v.1",
  ban: "M1.7 8a6.3 6.3 0 1 0 12.6 0a6.3 6.3 0 1 0 -12.6 0zM3.8 3.8l8.4 8.4",
  check: "M2.8 8.4l3.4 3.4 7-7.6",
  checks: "M1.5 8.6l2.8 2.8 5-5.8M7.4 11l.4.4 6.4-7",
  clip: "m13 7.2-5.4 5.4a3.2 3.2 0 0 1-4.5-4.5l5.6-5.6a2.1 2.1 0 0 1 3 3l-5.5 5.5a1 1 0 0 1-1.5-1.4L9.6 4.7",
  clock: "M1.7 8a6.3 6.3 0 1 0 12.6 0a6.3 6.3 0 1 0 -12.6 0zM8 4.6V8l2.4 1.6",
  copy: "M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3",
  info: "M1.5 8a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0zM8 7.4v3.4M8 5v.2",
  next: "M6 3l5 5-5 5",
  ok: "M1.5 8a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0zM5.2 8.2l2 2 3.6-4",
  pen: "M10.8 2.6 13.4 5.2 5.6 13H3v-2.6z",
  plus: "M8 2.5v11M2.5 8h11",
  prev: "M10 3l-5 5 5 5",
  print: "M4.5 6V2h7v4M4.5 11.5h-2v-5h11v5h-2M4.5 9.5h7V14h-7z",
  search: "M2.25 7a4.75 4.75 0 1 0 9.5 0a4.75 4.75 0 1 0 -9.5 0zM10.6 10.6l3.6 3.6",
  user: "M5.1 5.4a2.9 2.9 0 1 0 5.8 0a2.9 2.9 0 1 0 -5.8 0zM2.6 14c.6-3 2.8-4.4 5.4-4.4s4.8 1.4 5.4 4.4",
  warn: "M8 2 14.5 13.5h-13zM8 6.6v3M8 11.4v.1",
} as const;

/** Marks of the five axes, whose fills and outlines carry meaning. */
export const markIcons = {
  active: <path d="M3 1.5 14 8 3 14.5z" fill="currentColor" />,
  asc: <path d="M8 3.5 12 9H4z" fill="currentColor" />,
  broken: (
    <>
      <path d="M.5 8h4.5M5 5v6" stroke="currentColor" strokeWidth="1.8" />
      <circle cx="12" cy="8" r="2.8" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  building: (
    <>
      <path d="M2 8h12v6H2z" fill="currentColor" />
      <rect
        x="1.75"
        y="1.75"
        width="12.5"
        height="12.5"
        rx=".5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </>
  ),
  green: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path
        d="m4.8 8.2 2.2 2.2 4.2-4.6"
        fill="none"
        stroke="var(--color-paper)"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  grey: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeDasharray="3 2.2"
      />
      <path d="M5.4 8h5.2" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  operating: <rect x="1" y="1" width="14" height="14" rx="1.5" fill="currentColor" />,
  paused: <path d="M3 2h3.5v12H3zM9.5 2H13v12H9.5z" fill="currentColor" />,
  red: (
    <>
      <path d="M8 .6 15.4 8 8 15.4.6 8z" fill="currentColor" />
      <path d="M8 4.4v4.2M8 11v.4" stroke="var(--color-paper)" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  signed: (
    <>
      <path d="M1 13.2h14V15.5H1z" fill="currentColor" />
      <rect
        x="1.75"
        y="1.75"
        width="12.5"
        height="12.5"
        rx=".5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </>
  ),
  terminated: <path d="M2.5 2.5h11v11h-11z" fill="currentColor" />,
  toverify: (
    <>
      <path d="M1 8h1.4M4 8h1.4" stroke="currentColor" strokeWidth="1.8" />
      <circle
        cx="11.2"
        cy="8"
        r="3.8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeDasharray="2 1.5"
      />
      <circle cx="11.2" cy="8" r="1.1" fill="currentColor" />
    </>
  ),
  tracked: (
    <>
      <path d="M.5 8h9" stroke="currentColor" strokeWidth="1.8" />
      <circle cx="12" cy="8" r="3.4" fill="currentColor" />
    </>
  ),
  unverified: (
    <rect
      x="2.75"
      y="2.75"
      width="10.5"
      height="10.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.6 1.8"
    />
  ),
  yellow: (
    <>
      <path
        d="M8 1.6 15 14H1z"
        fill="var(--color-yellow-fill)"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <path d="M8 6v4M8 11.6v.6" stroke="#10201f" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof strokeIcons | keyof typeof markIcons;
