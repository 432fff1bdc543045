import { requireSignedIn } from '#lib/auth/require-signed-in'
import { throttle } from '#lib/auth/throttle'
import { TakeOver, takeOver } from '#lib/duplicates/take-over'
import { entryPath } from '#lib/entries/entry'
import { Refusal } from '#lib/refusal'
import { requireEntry } from '../require-entry.ts'

type Props = { params: Promise<{ entry: string }> }

/** Takes an answer over from a duplicate, by a plain form in the page, and leads to it. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const entry = await requireEntry((await params).entry, '/take-over')
  const path = entryPath(entry)
  const viewer = await requireSignedIn(path)
  const wanted = TakeOver.safeParse({
    entry: entry.id,
    answer: (await request.formData()).get('answer'),
  })
  if (!wanted.success) return new Response(null, { status: 400 })
  try {
    await throttle('write', viewer.id)
    const { shortId } = await takeOver(viewer, wanted.data)
    return seeOther(`${path}#a-${shortId}`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // Somebody did it before: the page shows it.
    if (error.code === 'conflict') return seeOther(path)
    return new Response(null, {
      status: { forbidden: 403, 'not-found': 404, 'too-many': 429 }[String(error.code)] ?? 400,
    })
  }
}

const seeOther = (to: string) => new Response(null, { status: 303, headers: { Location: to } })
