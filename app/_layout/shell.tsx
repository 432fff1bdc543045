import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Bar } from './bar.tsx'
import { newPathAt } from './new-path.ts'
import { ThumbBar } from './thumb-bar.tsx'
import { Tree, type TreePlace } from './tree.tsx'

type Props = {
  children: ReactNode
  /** Where the reader is, for the tree. */
  place?: TreePlace
  /** The contents of this page, on the right where there is room. */
  contents?: ReactNode
  /** False where the page itself has the large search box. */
  search?: boolean
}

/** The frame of every page: bar, tree, text, contents; a drawer and a bar in thumb reach on phones. */
export function Shell({ children, place, contents, search = true }: Props) {
  const t = useTranslations('site')
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Bar search={search} newPath={newPathAt(place)} />
      <div className="frame">
        <Tree place={place} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        {contents}
      </div>
      <ThumbBar />
    </>
  )
}
