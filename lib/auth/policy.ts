import { env } from '#lib/env'
import type { Viewer } from './viewer.ts'

/** Everyone may read a public wiki; only people who signed in may read any other. */
export function mayRead(viewer: Viewer): boolean {
  return viewer.role !== 'guest' || env().PUBLIC_READ
}
