/** A shopping bag, 28 pixels wide. */
export function LogoIcon() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <path
        fill="#7df3e1"
        d="M4 9h20l1.5 15a2 2 0 0 1-2 2h-19a2 2 0 0 1-2-2z"
      />
      <path
        fill="none"
        stroke="#7df3e1"
        strokeWidth="2.4"
        strokeLinecap="round"
        d="M9.5 12V7a4.5 4.5 0 0 1 9 0v5"
      />
    </svg>
  );
}
