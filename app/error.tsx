'use client'

/** Something threw while a page was made. In both languages, for it may be the messages that failed to load. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <main id="main" className="trouble">
      <h1>
        页面出错了 <span lang="en">Something went wrong</span>
      </h1>
      <p>
        请刷新重试；若仍如此，请把下面的编号告诉管理员。{' '}
        <span lang="en">Try again; if it stays like this, tell whoever runs the wiki this number.</span>
      </p>
      <p>
        <code>{error.digest ?? '–'}</code>
      </p>
      <p>
        <a href="/">首页 Home</a>
      </p>
    </main>
  )
}
