/** Notes that mix ways of writing, and awkward ones, with the questions they hold; for the form of `»` see `marked-note.ts`. */
export const mixedNotes3: Record<string, string> = {
  'principles in numbered lines are an answer': `
## 一、函数

»a ### 1.什么是纯函数？

没有副作用。

»a ### 2.写函数的原则

1.名字要清楚、简单

2.参数要少

3.只做一件事情

4.兼容旧的参数

»u ### 3.什么是柯里化？
`,
}
