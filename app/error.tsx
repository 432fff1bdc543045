'use client'

import { Trouble } from '#ui/trouble'

/** The same, drawn by React in the browser: in development, and on pages that keep their runtime. */
export default function ErrorPage() {
  return <Trouble />
}
