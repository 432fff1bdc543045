import { useTranslations } from 'next-intl'

const restored = /^(−?)#(\d+)$/

/** Why a version was made, in words; a restore says which version it brought or took back. */
export function useSummary({ kind, summary }: { kind: string; summary: string }): string {
  const t = useTranslations('history')
  const made = kind === 'restore' ? restored.exec(summary) : null
  if (!made) return summary
  return made[1] ? t('tookBack', { number: Number(made[2]) }) : t('broughtBack', { number: Number(made[2]) })
}
