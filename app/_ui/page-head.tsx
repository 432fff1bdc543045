import type { ReactNode } from 'react'

/** The title of a list page and one sentence about it. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {children}
    </header>
  )
}
