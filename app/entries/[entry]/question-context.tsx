import type { TrustedHtml } from '#lib/rendering/rendered'
import { Prose } from '#ui/prose'
import { Stamps } from './stamps.tsx'
import { VerifyButton } from './verify-button.tsx'

type Props = {
  entry: { id: string; shortId: string; html: string; revisionId: string; number: number }
  path: string
  verifications: Parameters<typeof Stamps>[0]['verifications']
}

/** What the question says besides its title, with who checked it. */
export function QuestionContext({ entry, path, verifications }: Props) {
  if (!entry.html) return null
  const stamps = `stamps-${entry.shortId}`
  return (
    <>
      {/* Revisions hold nothing but what the rendering pipeline made. */}
      <div data-target={`entry:${entry.id}`} data-revision={entry.revisionId}>
        <Prose html={entry.html as TrustedHtml} />
      </div>
      <Stamps
        id={stamps}
        verifications={verifications}
        number={entry.number}
        comparePath={`${path}/compare`}
      />
      <div className="answer-acts">
        <VerifyButton
          shortId={entry.shortId}
          path={`/api/entries/${entry.shortId}/verifications`}
          revisionId={entry.revisionId}
          part={stamps}
        />
      </div>
    </>
  )
}
