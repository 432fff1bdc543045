import type { Metadata } from 'next'
import { Trouble } from '#ui/trouble'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: '出错了', robots: { index: false } }

/** What the page cache sends, with status 500, in place of a page that threw. */
export default function TroublePage() {
  return <Trouble />
}
