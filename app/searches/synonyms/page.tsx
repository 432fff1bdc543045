import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listSynonyms } from '#lib/search/change-synonyms'
import { ActionForm } from '#ui/action-form'
import { ChoiceField } from '#ui/choice-field'
import { EmptyState } from '#ui/empty-state'
import { TextField } from '#ui/text-field'
import { addSynonyms, removeSynonyms, switchOffSynonyms } from '../../_actions/synonyms.ts'
import { refusalWords } from '../../_layout/refusals.ts'
import { requireEditor } from '../require-editor.ts'
import { SearchesPage } from '../searches-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('searches'))('synonyms') }
}

/** Other names under which search finds things: the team's own, and the list it began with. */
export default async function SynonymsPage() {
  const viewer = await requireEditor('/searches/synonyms')
  const t = await getTranslations('searches')
  const { team, list } = await listSynonyms(viewer)
  const refusals = await refusalWords({ 'field.names': t('namesWrong') })
  const common = { refusals, tone: 'plain', inline: true } as const
  return (
    <SearchesPage place="synonyms" lead={t('synonymsLead')}>
      <section className="panel" aria-labelledby="own">
        <h2 id="own">{t('own')}</h2>
        <ActionForm action={addSynonyms} refusals={refusals} submit={t('add')} done={t('added')}>
          <TextField name="names" label={t('names')} hint={t('namesHint')} maxLength={800} required />
          <ChoiceField
            name="kind"
            label={t('direction')}
            options={[
              { value: 'both', label: t('both') },
              { value: 'one', label: t('one') },
            ]}
          />
        </ActionForm>
        {team.length === 0 ? <EmptyState title={t('noOwn')} /> : null}
        <ul className="rows-of-people">
          {team.map(({ id, names, kind }) => (
            <li key={id}>
              <div>{kind === 'one' ? `${names[0]} → ${names.slice(1).join(' · ')}` : names.join(' · ')}</div>
              <ActionForm action={removeSynonyms} submit={t('remove')} hidden={{ id }} {...common} />
            </li>
          ))}
        </ul>
      </section>
      <section className="panel" aria-labelledby="list">
        <h2 id="list">{t('list', { count: list.length })}</h2>
        <ul className="rows-of-people">
          {list.map(({ key, names, offId }) => (
            <li key={key}>
              <div>{offId ? <s>{names.join(' · ')}</s> : names.join(' · ')}</div>
              {offId ? (
                <ActionForm
                  action={removeSynonyms}
                  submit={t('switchOn')}
                  hidden={{ id: offId }}
                  {...common}
                />
              ) : (
                <ActionForm action={switchOffSynonyms} submit={t('switchOff')} hidden={{ key }} {...common} />
              )}
            </li>
          ))}
        </ul>
      </section>
    </SearchesPage>
  )
}
