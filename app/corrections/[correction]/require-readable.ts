import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { readViewer } from '#lib/auth/session'
import { findCorrection } from '#lib/corrections/queries'

/** A correction and who asks for it; for those who may not read the wiki there is none. */
export const requireReadable = cache(async (shortId: string) => {
  const viewer = await readViewer()
  const found = await findCorrection(viewer, shortId)
  if (!found) notFound()
  return { viewer, found }
})
