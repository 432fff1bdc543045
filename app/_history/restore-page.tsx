import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import type { SignedIn } from '#lib/auth/viewer'
import { type Preview, previewRestore } from '#lib/entries/preview-restore'
import { Refusal } from '#lib/refusal'
import { refusalWords } from '../_layout/refusals.ts'
import { Shell } from '../_layout/shell.tsx'
import { Comparison } from './comparison.tsx'
import { ConflictTexts } from './conflict-texts.tsx'
import { HistoryHead } from './history-head.tsx'
import { parseNumber } from './parse-number.ts'
import type { HistoryPlace } from './require-place.ts'
import { RestoreForm } from './restore-form.tsx'

type Way = 'restore' | 'undo'
type Props = { place: HistoryPlace; number: string; way: Way }

/** Before an old version comes back or one is taken back: what would change, and the button that does it. */
export async function RestorePage({ place, number: wanted, way }: Props) {
  const number = parseNumber(wanted)
  if (number === undefined || (way === 'undo' && number === 1)) notFound()
  const viewer = await requireSignedIn(`${place.path}/history/${number}/${way}`)
  const [t, refusals] = await Promise.all([getTranslations('restore'), refusalWords()])
  const editPath = `${place.path}/edit?undo=${number}`
  const preview = await previewOrRefusal(viewer, place, number, way)
  const said =
    way === 'restore'
      ? {
          title: t('restoreTitle', { number }),
          lead: t('restoreLead', { number }),
          submit: t('restore', { number }),
        }
      : { title: t('undoTitle', { number }), lead: t('undoLead', { number }), submit: t('undo', { number }) }
  const labels = {
    submit: said.submit,
    done: t('done'),
    unchanged: t('unchanged'),
    show: t('show'),
    undo: t('takeBack'),
    conflict: t('conflict'),
    without: t('without', { number }),
    now: t('now'),
    byHand: t('byHand'),
    nothing: t('nothing'),
  }
  return (
    <Shell>
      <div className="wide">
        <HistoryHead place={place} title={said.title}>
          <p className="history-lead">{said.lead}</p>
        </HistoryHead>
        {preview instanceof Refusal ? (
          <p className="form-status" data-refused="" role="alert">
            {refusals[preview.code]}
          </p>
        ) : (
          <>
            <RestoreForm
              way={way}
              path={place.path}
              editPath={editPath}
              hidden={{ ...place.subject, number: String(number), headId: preview.head.headId }}
              refusals={refusals}
              labels={labels}
              isPossible={preview.after !== null}
            />
            {preview.after ? (
              <Comparison
                before={{ ...preview.head, html: '' }}
                after={{ ...preview.after, html: '' }}
                view="inline"
              />
            ) : (
              <ConflictTexts hunks={preview.hunks} labels={labels} editPath={editPath} />
            )}
          </>
        )}
      </div>
    </Shell>
  )
}

async function previewOrRefusal(
  viewer: SignedIn,
  { subject }: HistoryPlace,
  number: number,
  way: Way,
): Promise<Preview | Refusal> {
  try {
    return await previewRestore(viewer, subject, { number, way })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'not-found') notFound()
    return error
  }
}
