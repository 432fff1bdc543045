import { useTranslations } from 'next-intl'
import { ActionForm } from '#ui/action-form'
import { CurrentPasswordField } from '#ui/current-password-field'
import { turnOffSecondFactor } from '../_actions/account.ts'
import { SecondFactorSetup } from './second-factor-setup.tsx'

type Props = {
  isOn: boolean
  hasPassword: boolean
  codes: number
  isNeeded: boolean
  refusals: Record<string, string>
}

/** Turning a second factor on or off. */
export function SecondFactorPanel({ isOn, hasPassword, codes, isNeeded, refusals }: Props) {
  const t = useTranslations('account')
  const enter = useTranslations('enter')
  const words = { ...refusals, 'field.password': refusals['field.current'] ?? '' }
  return (
    <section className="panel" aria-labelledby="second-factor">
      <h2 id="second-factor">{t('secondFactor')}</h2>
      {isNeeded && !isOn ? <p role="alert">{t('secondNeeded')}</p> : null}
      <p>{isOn ? t('secondOn', { codes }) : t('secondOff')}</p>
      {isOn ? (
        <ActionForm action={turnOffSecondFactor} refusals={words} submit={t('secondOffSubmit')} tone="danger">
          <CurrentPasswordField label={t('currentPassword')} />
        </ActionForm>
      ) : (
        <SecondFactorSetup
          refusals={words}
          labels={{
            password: hasPassword ? t('currentPassword') : undefined,
            begin: t('secondBegin'),
            scan: t('secondScan'),
            needsScripts: t('secondNeedsScripts'),
            code: enter('code'),
            confirm: t('secondConfirm'),
            recovery: t('recovery'),
          }}
        />
      )}
    </section>
  )
}
