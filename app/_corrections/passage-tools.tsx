import { CircleHelp, CircleX, Clock, PencilLine, Unlink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { correctionKinds, correctionStates, reportKinds } from '#lib/corrections/correction'
import { useCorrectionWords } from './correction-words.ts'

const wishes = [
  { wish: 'wrong', Icon: CircleX },
  { wish: 'outdated', Icon: Clock },
  { wish: 'unclear', Icon: CircleHelp },
  { wish: 'dead_link', Icon: Unlink },
] as const

/** The bar over selected words and the form it opens; hidden until a script shows them to somebody who is signed in. */
export function PassageTools({ refusals }: { refusals: Record<string, string> }) {
  const t = useTranslations('corrections')
  const { reports } = useCorrectionWords()
  return (
    <>
      <div id="passage-bar" className="passage-bar" role="toolbar" aria-label={t('bar')} hidden>
        <button type="button" data-wish="correct" title={`${t('correct')} (s)`}>
          <PencilLine aria-hidden="true" size={15} />
          {t('correct')}
        </button>
        {wishes.map(({ wish, Icon }) => (
          <button key={wish} type="button" data-wish={wish}>
            <Icon aria-hidden="true" size={15} />
            {reports(wish)}
          </button>
        ))}
      </div>
      <PassageForm refusals={refusals} />
    </>
  )
}

function PassageForm({ refusals }: { refusals: Record<string, string> }) {
  const t = useTranslations('corrections')
  const { kinds, states, reports } = useCorrectionWords()
  const reportNames = Object.fromEntries(reportKinds.map((kind) => [kind, reports(kind)]))
  const words = {
    titles: { correct: t('correctTitle'), ...reportNames },
    states: Object.fromEntries(
      [...correctionStates, 'closed' as const].map((state) => [state, states(state)]),
    ),
    kinds: { ...Object.fromEntries(correctionKinds.map((kind) => [kind, kinds(kind)])), ...reportNames },
    refusals,
    sent: t('sent'),
    reported: t('reported'),
    look: t('look'),
    unreachable: t('unreachable'),
    signedOut: t('signedOut'),
  }
  return (
    <dialog
      id="passage-form"
      className="passage-form"
      aria-labelledby="passage-title"
      data-words={JSON.stringify(words)}
    >
      <form>
        <h2 id="passage-title">{t('correctTitle')}</h2>
        <blockquote />
        <div data-known="" hidden>
          <h3>{t('known')}</h3>
          <ul />
        </div>
        <label data-of="correct">
          <span>{t('replacement')}</span>
          <textarea name="replacement" rows={3} maxLength={5_000} />
        </label>
        <label data-of="correct">
          <span>{t('kind')}</span>
          <select name="kind" defaultValue="typo">
            {correctionKinds
              .filter((kind) => kind !== 'duplicate')
              .map((kind) => (
                <option key={kind} value={kind}>
                  {kinds(kind)}
                </option>
              ))}
          </select>
        </label>
        <label>
          <span>{t('why')}</span>
          <textarea name="rationale" rows={2} maxLength={5_000} />
        </label>
        <label>
          <span>{t('evidence')}</span>
          <textarea name="evidence" rows={1} placeholder={t('evidenceHint')} />
        </label>
        <p className="passage-claim">{t('needsEvidence')}</p>
        <details>
          <summary>{t('ran')}</summary>
          <label>
            <span>{t('command')}</span>
            <textarea name="command" rows={2} className="code" />
          </label>
          <label>
            <span>{t('output')}</span>
            <textarea name="output" rows={2} className="code" />
          </label>
        </details>
        <p role="alert" />
        <div className="passage-actions">
          <button type="button" className="button" data-close="">
            {t('cancel')}
          </button>
          <button type="submit" className="button" data-tone="primary" title="Ctrl/Cmd+Enter">
            {t('send')}
          </button>
        </div>
      </form>
    </dialog>
  )
}
