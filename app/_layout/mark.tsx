/** The sign of the wiki: a line of text with a proofreader's caret under it. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" width="22" height="22" fill="none" aria-hidden="true">
      <path d="M3 6h18M3 12h6m6 0h6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <path
        d="m8 19 4-6 4 6"
        stroke="var(--color-accent)"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
