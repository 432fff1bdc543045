import { BadgeCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'

type Props = {
  /** Of the text. */
  shortId: string
  /** Where it is written. */
  path: string
  revisionId: string
  /** The part of the page that shows the stamps. */
  part: string
}

/** For members: a small form that says against what one checked this version. */
export function VerifyButton({ shortId, path, revisionId, part }: Props) {
  const t = useTranslations('answers')
  const id = `verify-${shortId}`
  return (
    <>
      <button type="button" className="button quiet" popoverTarget={id} data-needs="member" hidden>
        <BadgeCheck aria-hidden="true" size={15} />
        {t('verify')}
      </button>
      <div id={id} popover="auto" className="verify" role="dialog" aria-labelledby={`${id}-title`}>
        <form
          className="form"
          data-send={path}
          data-body={JSON.stringify({ revisionId })}
          data-part={part}
          data-done={t('stamped')}
        >
          <h3 id={`${id}-title`}>{t('verifyTitle')}</h3>
          <div className="field">
            <label htmlFor={`${id}-against`}>{t('against')}</label>
            <input id={`${id}-against`} name="against" maxLength={200} required autoFocus />
            <p>{t('againstHint')}</p>
          </div>
          <div className="field">
            <label htmlFor={`${id}-link`}>{t('link')}</label>
            <input id={`${id}-link`} name="link" type="url" maxLength={2_000} pattern="https?://.*" />
          </div>
          <div className="field">
            <label htmlFor={`${id}-note`}>{t('note')}</label>
            <textarea id={`${id}-note`} name="note" rows={2} maxLength={5_000} />
            <p>{t('noteHint')}</p>
          </div>
          <p role="alert" className="field-error" />
          <div className="verify-foot">
            <button type="submit" className="button" data-tone="primary">
              {t('stamp')}
            </button>
            <button type="button" className="button quiet" popoverTarget={id} popoverTargetAction="hide">
              {t('cancel')}
            </button>
          </div>
        </form>
      </div>
    </>
  )
}
