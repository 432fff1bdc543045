import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { tagPath } from '#lib/entries/entry'
import { mayRenameTags } from '#lib/entries/policy'
import { PageHead } from '#ui/page-head'
import { decodeSegment } from '../../../_layout/decode-segment.ts'
import { refusalWords } from '../../../_layout/refusals.ts'
import { Shell } from '../../../_layout/shell.tsx'
import { readMakingWords } from '../../../_making/making-words.ts'
import { TagForm } from '../../../_making/tag-form.tsx'
import { requireTag } from '../require-tag.ts'

type Props = { params: Promise<{ tag: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('making'))('renameTag'), robots: { index: false } }
}

/** Gives a tag another name, or makes it one with another tag. */
export default async function RenameTagPage({ params }: Props) {
  const { tag: segment } = await params
  const name = decodeSegment(segment).normalize('NFC')
  const viewer = await requireSignedIn(`${tagPath(name)}/edit`)
  if (!mayRenameTags(viewer)) notFound()
  const { entries } = await requireTag(segment, '/edit')
  const t = await getTranslations('making')
  return (
    <Shell place={{ page: 'tags' }}>
      <PageHead title={t('renameTag')}>
        <p>
          <a href={tagPath(name)}>{`# ${name}`}</a> · {t('onEntries', { entries })}
        </p>
      </PageHead>
      <TagForm
        name={name}
        making={await readMakingWords()}
        refusals={await refusalWords({ 'field.name': t('tagWrong') })}
      />
    </Shell>
  )
}
