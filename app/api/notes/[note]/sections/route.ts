import { z } from 'zod'
import { mayRead } from '#lib/auth/policy'
import { readViewer } from '#lib/auth/session'
import { findOutline } from '#lib/notes/queries'
import { sectionChoices } from '../../../../_making/section-choices.ts'

export const dynamic = 'force-dynamic'

/** The sections of a note to choose from, in reading order. */
export async function GET(_: Request, { params }: { params: Promise<unknown> }) {
  const asked = z.object({ note: z.uuid() }).safeParse(await params)
  const isAllowed = asked.success && mayRead(await readViewer())
  const sections = isAllowed ? sectionChoices(await findOutline(asked.data.note)) : []
  return Response.json({ sections }, { headers: { 'Cache-Control': 'private, no-store' } })
}
