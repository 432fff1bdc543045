/** What stands in place of a page that threw. It reads nothing and speaks both languages: it may be the messages that failed. */
export function Trouble() {
  return (
    <main className="trouble" id="main">
      <h1 lang="zh-CN">页面出错了</h1>
      <p lang="zh-CN">请稍后刷新重试。若仍如此，请告诉管理员，服务器日志里有原因。</p>
      <h2 lang="en">Something went wrong</h2>
      <p lang="en">
        Try again in a moment. If it stays like this, tell whoever runs this wiki: the log has the reason.
      </p>
      <p>
        <a href="/">首页 Home</a>
      </p>
    </main>
  )
}
