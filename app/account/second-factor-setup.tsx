'use client'

import { ActionForm } from '#ui/action-form'
import { CurrentPasswordField } from '#ui/current-password-field'
import { TextField } from '#ui/text-field'
import { beginSecondFactor, confirmSecondFactor } from '../_actions/account.ts'

type Props = {
  refusals: Record<string, string>
  labels: Record<'begin' | 'scan' | 'needsScripts' | 'code' | 'confirm' | 'recovery', string> & {
    /** Absent where somebody has none. */
    password: string | undefined
  }
}

/** Begin with the password, scan, confirm with a code, keep the recovery codes: one after the other in the same place. */
export function SecondFactorSetup({ refusals, labels }: Props) {
  return (
    <ActionForm
      action={beginSecondFactor}
      refusals={refusals}
      submit={labels.begin}
      tone="plain"
      done={({ image, key }) => (
        <div className="form">
          <p>{labels.scan}</p>
          <img className="qr" src={image} alt="" width={192} height={192} />
          <code>{key}</code>
          <noscript>
            <p role="alert">{labels.needsScripts}</p>
          </noscript>
          <ActionForm
            action={confirmSecondFactor}
            refusals={refusals}
            submit={labels.confirm}
            done={({ recoveryCodes }) => (
              <div className="secret" role="status">
                <p>{labels.recovery}</p>
                <ul>
                  {recoveryCodes.map((code) => (
                    <li key={code}>{code}</li>
                  ))}
                </ul>
              </div>
            )}
          >
            <TextField
              name="code"
              label={labels.code}
              autoComplete="one-time-code"
              inputMode="numeric"
              required
              autoFocus
            />
          </ActionForm>
        </div>
      )}
    >
      {labels.password ? <CurrentPasswordField label={labels.password} /> : null}
    </ActionForm>
  )
}
