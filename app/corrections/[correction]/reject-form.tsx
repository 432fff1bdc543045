import { useId, useState } from 'react'
import type { RejectionReason } from '#lib/corrections/correction'
import type { DecisionLabels } from './decision-labels.ts'

type Why = { rejection: RejectionReason; reason: string; duplicateOf: string | null }
type Props = { labels: DecisionLabels; isBusy: boolean; onReject: (why: Why) => void; onCancel: () => void }

/** Why a correction is not taken; it stays visible to whoever doubts the same next. */
export function RejectForm({ labels, isBusy, onReject, onCancel }: Props) {
  const id = useId()
  const [rejection, setRejection] = useState<RejectionReason>('already_right')
  const submit = (form: FormData) => {
    // A link to the other correction does as well as its id.
    const other =
      String(form.get('duplicateOf') ?? '')
        .trim()
        .split('/')
        .at(-1) ?? ''
    onReject({
      rejection,
      reason: String(form.get('reason') ?? ''),
      duplicateOf: rejection === 'duplicate' ? other : null,
    })
  }
  return (
    <form
      action={submit}
      className="form reject-form"
      onKeyDown={({ key, nativeEvent }) => key === 'Escape' && !nativeEvent.isComposing && onCancel()}
    >
      <fieldset>
        <legend>{labels.rejectAs}</legend>
        {labels.rejections.map(({ value, label }, at) => (
          <label key={value} className="check">
            <input
              type="radio"
              name="rejection"
              value={value}
              // biome-ignore lint/a11y/noAutofocus: the form was opened by a key, which goes on here.
              autoFocus={at === 0}
              checked={rejection === value}
              onChange={() => setRejection(value as RejectionReason /* the options are exactly these */)}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      {rejection === 'duplicate' ? (
        <div className="field">
          <label htmlFor={`${id}-other`}>{labels.duplicateOf}</label>
          <input id={`${id}-other`} name="duplicateOf" required />
        </div>
      ) : null}
      <div className="field">
        <label htmlFor={`${id}-reason`}>{labels.reason}</label>
        <textarea id={`${id}-reason`} name="reason" rows={2} maxLength={5_000} />
      </div>
      <div className="decision-buttons">
        <button type="submit" className="button" data-tone="danger" disabled={isBusy}>
          {labels.reject}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {labels.cancel}
        </button>
      </div>
    </form>
  )
}
